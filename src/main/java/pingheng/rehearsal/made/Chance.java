package pingheng.rehearsal.made;

import java.util.SplittableRandom;

/** Chance that depends only on the seed and on what it is asked about: the order of asking changes nothing. */
record Chance(long seed) {
    /** A source for one thing, such as a figure of a unit. */
    SplittableRandom about(Object... subject) {
        long mixed = seed;
        for (var part : subject)
            for (char letter : part.toString().toCharArray()) mixed = mixed * 1_099_511_628_211L + letter;
        return new SplittableRandom(mixed ^ (mixed >>> 31));
    }

    /** Between -1 and 1, more often near 0. */
    static double swing(SplittableRandom random) {
        return (random.nextDouble() + random.nextDouble() + random.nextDouble()) / 1.5 - 1;
    }
}
