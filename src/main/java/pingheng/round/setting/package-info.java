/** What a round decides once, when it is opened: by which rule something is computed where the framework leaves a choice. */
@NullMarked
package pingheng.round.setting;

import org.jspecify.annotations.NullMarked;
