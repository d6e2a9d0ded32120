package pingheng.rehearsal.act;

import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/**
 * In how many places an act left things as they were because a rule said no, and the first of them. Visitors may have done by hand what
 * the script was about to do, or something that excludes it: that stays, and everything else is played.
 */
public record Left(int times, Sentence first) {
    public static final Left NOTHING = new Left(0, new Sentence("", ""));

    /** Does it, or keeps why a rule refused it; any other failure is a bug and ends the act. */
    public static Left unlessRefused(String where, Runnable step) {
        try {
            step.run();
            return NOTHING;
        } catch (Refused refused) {
            var left = of(refused);
            var why = left.first();
            return where.isEmpty() ? left : new Left(1, new Sentence(where + "：" + why.zh(), where + ": " + why.en()));
        }
    }

    /** All of it, because a rule said no. */
    static Left of(Refused refused) {
        return new Left(1, refused.reason().sentence());
    }

    /** In words; nothing where nothing was left. */
    public Sentence told() {
        return times == 0
                ? first
                : Sentence.of(
                        "%1$d 处没有代办，第一处：%2$s",
                        "%1$d times nothing was done, first: %3$s", times, first.zh(), first.en());
    }

    public Left and(Left other) {
        return new Left(times + other.times, times == 0 ? other.first : first);
    }
}
