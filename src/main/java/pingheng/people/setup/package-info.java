/** Opens an empty database: a link that works once brings in the province, its units and the first who may sign in. */
@NullMarked
package pingheng.people.setup;

import org.jspecify.annotations.NullMarked;
