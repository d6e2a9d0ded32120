package pingheng.value.number;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which version of a text, figure or decision somebody wrote or has seen: counted from 1 on, 0 while there is none, and never below.
 * Written and read as that number, in pages, interface and tables alike.
 */
public record Version(@JsonValue int number) implements Comparable<Version> {
    /** Before the first. */
    public static final Version NONE = new Version(0);

    /** Far above any that is written; one more still fits where it is kept. */
    private static final int NEWEST = 99_999_999;

    public Version {
        if (number < 0) throw new IllegalArgumentException("no version is below 0");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Version seen(int number) {
        return seen((long) number);
    }

    /** The one that somebody says to have seen; refuses what none can be. */
    public static Version seen(long number) {
        if (number > NEWEST) throw new IllegalArgumentException("no version is as high");
        return new Version((int) Math.max(number, -1));
    }

    /** The one that is written over this one. */
    public Version next() {
        return new Version(number + 1);
    }

    /** The one over which this one was written. */
    public Version before() {
        return new Version(number - 1);
    }

    /** Whether there is none yet. */
    public boolean none() {
        return number == 0;
    }

    @Override
    public int compareTo(Version other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
