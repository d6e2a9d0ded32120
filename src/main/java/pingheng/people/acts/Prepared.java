package pingheng.people.acts;

import java.util.concurrent.Callable;

/**
 * What a handler leaves to be done when all that it was sent has been read and checked. It is called outside of the transaction of its
 * act, which is opened for the writing alone: however long a table takes to read, nobody waits for a connection meanwhile.
 */
public sealed interface Prepared<T> {
    /** What was sent is in order; what is left looks at what else is there, and writes. */
    record Writes<T>(Callable<? extends T> writing) implements Prepared<T> {
        @Override
        public T answer() throws Exception {
            return writing.call();
        }
    }

    /** What was sent is refused by a page that shows what is wrong with it. */
    record Shows<T>(T page) implements Prepared<T> {
        @Override
        public T answer() {
            return page;
        }
    }

    /** Writes, if it is in order, and says what the handler answers. */
    T answer() throws Exception;
}
