package pingheng.result.file;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list of which each element is made when it is asked for: while it is written, one unit at a time is in memory. */
final class OneByOne<A, B> extends AbstractList<B> implements RandomAccess {
    private final List<A> from;
    private final Function<A, B> made;

    OneByOne(List<A> from, Function<A, B> made) {
        this.from = from;
        this.made = made;
    }

    @Override
    public B get(int index) {
        return made.apply(from.get(index));
    }

    @Override
    public int size() {
        return from.size();
    }
}
