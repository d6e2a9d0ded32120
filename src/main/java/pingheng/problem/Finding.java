package pingheng.problem;

/** One thing wrong with what was handed in: where, what, and the way out. The code never changes meaning. */
public record Finding(Place place, String code, Sentence sentence) {
    /** The place and the sentence, in both languages, on two lines. */
    public String told() {
        return place.zh() + "：" + sentence.zh() + "\n    " + place.en() + ": " + sentence.en();
    }
}
