/** PostgreSQL: our own server beside the program or another by address, its schema, its two roles, its backup. */
@NullMarked
package pingheng.database;

import org.jspecify.annotations.NullMarked;
