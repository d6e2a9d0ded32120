/** The whole application for tests: started once, with a PostgreSQL of its own, the posts of the rehearsal and a clock to move. */
@NullMarked
package pingheng.app;

import org.jspecify.annotations.NullMarked;
