package pingheng.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong so that several errors are told at once; keeps the first {@value #KEPT} and counts the rest. */
public final class Findings {
    public static final int KEPT = 100;

    private static final int SUSPECTS = 20;

    private final List<Finding> kept = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private final List<Finding> suspects = new ArrayList<>();
    private int count;

    public void add(Place place, String code, Sentence sentence) {
        count++;
        if (!full()) kept.add(new Finding(place, code, sentence));
    }

    /** As above; {@code zh} and {@code en} are formats that share the arguments. No sentence is made that nobody will read. */
    public void add(Place place, String code, String zh, String en, Object... args) {
        if (full()) count++;
        else add(place, code, Sentence.of(zh, en, args));
    }

    /** Whether more is only counted. */
    public boolean full() {
        return kept.size() >= KEPT;
    }

    /** What was taken and should be known: it refuses nothing. */
    public void note(Place place, String code, String zh, String en, Object... args) {
        if (notes.size() < KEPT) notes.add(new Finding(place, code, Sentence.of(zh, en, args)));
    }

    /** What may be the cause of a finding elsewhere, as a sign that nobody sees in a name that others refer to: told where anything is wrong. */
    public void suspect(Place place, String code, String zh, String en, Object... args) {
        if (suspects.size() < SUSPECTS) suspects.add(new Finding(place, code, Sentence.of(zh, en, args)));
    }

    public List<Finding> notes() {
        return List.copyOf(notes);
    }

    /** What was done, and after it what should be known about what was taken. */
    public Sentence after(Sentence done) {
        if (notes.isEmpty()) return done;
        return new Sentence(
                done.zh() + "。请注意："
                        + notes.stream().map(one -> one.whole().zh()).collect(Collectors.joining("；")),
                done.en() + ". Please note: "
                        + notes.stream().map(one -> one.whole().en()).collect(Collectors.joining("; ")));
    }

    public boolean any() {
        return count > 0;
    }

    /** How many were found, kept or not. */
    public int count() {
        return count;
    }

    public List<Finding> kept() {
        return List.copyOf(kept);
    }

    /** Refuses if anything was found: then nothing is applied. */
    public void refuse() {
        if (!any()) return;
        var causes = suspects.stream().filter(suspect -> !isTold(suspect)).toList();
        var all = new ArrayList<>(kept);
        all.addAll(causes);
        throw new Refused(all, count + causes.size());
    }

    /** Whether a finding at the same place names the same. */
    private boolean isTold(Finding suspect) {
        return kept.stream()
                .anyMatch(one -> one.place().equals(suspect.place())
                        && one.sentence().zh().contains("U+"));
    }
}
