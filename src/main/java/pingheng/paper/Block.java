package pingheng.paper;

import java.util.List;

/** What is written on a paper, one below the other. */
sealed interface Block {
    /** In the middle of the line. */
    record Title(String text) implements Block {}

    /** Kept together with what follows it. */
    record Heading(String text) implements Block {}

    record Text(String text) implements Block {}

    /** A name and, to its right, what it is. */
    record Field(String name, String value) implements Block {}

    /** A thin line across. */
    record Rule() implements Block {}

    /** Lines to sign on, side by side. */
    record Signatures(List<String> names) implements Block {}

    /** A box for the stamp, at the right. */
    record Stamp(String label) implements Block {}

    /** A new page. */
    record Turn() implements Block {}
}
