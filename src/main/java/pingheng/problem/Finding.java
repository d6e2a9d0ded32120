package pingheng.problem;

/** One thing wrong with what was handed in: where, what, and the way out. The code never changes meaning. */
public record Finding(Place place, String code, Sentence sentence) {
    public Finding {
        sentence = sentence.named();
    }

    /** The place and the sentence, in each language: a page says one of them. */
    public Sentence whole() {
        var at = place.told();
        return new Sentence(at.zh() + "：" + sentence.zh(), at.en() + ": " + sentence.en());
    }

    /** Both languages on two lines, for the command line. */
    public String told() {
        return whole().zh() + "\n    " + whole().en();
    }
}
