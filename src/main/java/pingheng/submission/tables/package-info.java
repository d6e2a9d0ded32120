/** The tables of a self-evaluation that are handed in and taken out whole: figures and schools. */
@NullMarked
package pingheng.submission.tables;

import org.jspecify.annotations.NullMarked;
