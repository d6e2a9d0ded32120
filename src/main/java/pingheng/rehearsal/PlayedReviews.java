package pingheng.rehearsal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pingheng.problem.Findings;
import pingheng.review.PointDecision;
import pingheng.round.Layer;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.text.Coded;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** What the layers above say of one unit in the example: their verdicts, and the figures that they confirm. */
record PlayedReviews(Map<Layer, Map<PointCode, PointDecision>> verdicts, List<Confirms> confirms) {
    private static final List<Column> FIGURES =
            columns("unit", "layer", "figure", "member", "period", "value", "reason");
    private static final List<Column> JUDGEMENTS =
            columns("unit", "layer", "point", "decision", "marks", "score", "reason");

    /** A figure that a layer confirms, by the name of its cell. */
    record Confirms(Layer layer, String key, String value, String reason) {}

    /** Reads what is said of every unit, by code. */
    static Map<UnitCode, PlayedReviews> read(Folder folder, Findings findings) {
        var units = new HashMap<UnitCode, PlayedReviews>();
        folder.readWideOptional("figures", FIGURES, row -> {
            if (!row.word("layer").isEmpty()) of(units, row).confirms.add(confirms(row));
        });
        folder.readWideOptional("judgements", JUDGEMENTS, row -> {
            var layer = Coded.of(Layer.class, row.word("layer")).orElseThrow();
            if (layer != Layer.SELF)
                of(units, row)
                        .verdicts
                        .computeIfAbsent(layer, one -> new LinkedHashMap<>())
                        .put(new PointCode(row.word("point")), verdict(row));
        });
        findings.refuse();
        return units;
    }

    /** What was found on site, in words, by point. */
    Map<PointCode, String> findings() {
        var words = new TreeMap<PointCode, String>();
        verdicts.getOrDefault(Layer.ONSITE, Map.of())
                .forEach((point, verdict) -> words.put(
                        point,
                        verdict.decision().equals("agree")
                                ? "实地查看现场和台账，与自评材料一致。"
                                : "实地查看现场和台账，与自评材料不完全一致，部分要求没有落实到位。"));
        return words;
    }

    private static PlayedReviews of(Map<UnitCode, PlayedReviews> units, SheetRow row) {
        return units.computeIfAbsent(
                new UnitCode(row.required("unit")),
                unit -> new PlayedReviews(new EnumMap<>(Layer.class), new ArrayList<>()));
    }

    private static Confirms confirms(SheetRow row) {
        var member = row.word("member");
        return new Confirms(
                Coded.of(Layer.class, row.word("layer")).orElseThrow(),
                row.word("figure") + (member.isEmpty() ? "" : "." + member) + "@" + row.word("period"),
                row.word("value"),
                row.text("reason"));
    }

    private static PointDecision verdict(SheetRow row) {
        return new PointDecision(
                Version.NONE, row.word("decision"), row.word("marks"), row.word("score"), row.text("reason"));
    }

    private static List<Column> columns(String... names) {
        return List.of(names).stream().map(Column::required).toList();
    }
}
