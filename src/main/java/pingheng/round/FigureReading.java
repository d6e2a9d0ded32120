package pingheng.round;

import java.util.List;
import java.util.Set;
import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** Which figures a layer computes with, where a layer confirmed 核定 another value than was reported. */
public enum FigureReading implements Coded {
    /** Its own and those of the layer whose marks it builds on; as in all rounds made before there was a choice. */
    OWN("own", "各层按本层核定的数据计分", "each layer computes with the figures that it confirmed"),
    /** One figure has one value in a result: what a layer confirmed is carried upward until a higher one says otherwise. */
    CARRIED("carried", "一数一值：核定的数据逐层沿用", "one value a figure: what is confirmed is carried upward");

    private final String code;
    private final Sentence title;

    FigureReading(String code, String zh, String en) {
        this.code = code;
        this.title = new Sentence(zh, en);
    }

    /** As {@code round.tsv} writes it. */
    @Override
    public String code() {
        return code;
    }

    /** What it means, in a few words. */
    public Sentence title() {
        return title;
    }

    /**
     * The layers whose figures a layer computes with, the first that has one before all others. Where figures are carried, every layer
     * that counts computes with the same: those of the visit before those of the layer that decides, and these before the city's. What
     * a layer says is a lead while it has not signed: no other reads it.
     */
    public List<Layer> chain(Layer of, Layer decides, Set<Layer> leads) {
        var chain = chain(of, decides);
        return leads.isEmpty()
                ? chain
                : chain.stream().filter(at -> at == of || !leads.contains(at)).toList();
    }

    private List<Layer> chain(Layer of, Layer decides) {
        if (this == OWN)
            return switch (of) {
                case SELF, SURVEY -> List.of(Layer.SELF);
                case CITY -> List.of(Layer.CITY, Layer.SELF);
                case PROVINCE -> List.of(Layer.PROVINCE, Layer.SELF);
                case ONSITE -> List.of(Layer.ONSITE, Layer.PROVINCE, Layer.SELF);
            };
        boolean counts = of == decides || of == Layer.ONSITE || of == Layer.SURVEY;
        return switch (counts ? decides : of) {
            case CITY -> counts ? List.of(Layer.ONSITE, Layer.CITY, Layer.SELF) : List.of(Layer.CITY, Layer.SELF);
            case PROVINCE ->
                counts
                        ? List.of(Layer.ONSITE, Layer.PROVINCE, Layer.CITY, Layer.SELF)
                        : List.of(Layer.PROVINCE, Layer.CITY, Layer.SELF);
            default -> counts ? List.of(Layer.ONSITE, Layer.SELF) : List.of(Layer.SELF);
        };
    }
}
