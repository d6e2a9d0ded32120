package pingheng.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pingheng.figure.FigureValue;
import pingheng.figure.Figures;
import pingheng.framework.formula.Exact;
import pingheng.round.Layer;
import pingheng.sheet.Column;
import pingheng.sheet.SheetRow;
import pingheng.value.FigureCode;
import pingheng.value.UnitCode;

/**
 * Reads a row of the survey's results: how many of an audience in a unit answered what. The counts become the figures
 * {@code survey_valid.AUDIENCE}, {@code survey_satisfied.AUDIENCE} and so on; the index is the framework's formula.
 */
public final class SurveySheet {
    private static final List<String> ANSWERS = List.of("satisfied", "mostly", "basically", "dissatisfied", "unknown");

    public static final List<Column> COLUMNS = List.of(
            Column.required("unit", "单位代码"),
            Column.required("audience", "对象"),
            Column.required("issued", "发放"),
            Column.required("valid", "有效"),
            Column.required("satisfied", "满意"),
            Column.required("mostly", "比较满意"),
            Column.required("basically", "基本满意"),
            Column.required("dissatisfied", "不满意"),
            Column.required("unknown", "不了解"));

    private final Set<String> seen = new HashSet<>();

    /** Takes the row; what is wrong is refused at its cell. The unit is known to exist. */
    public void take(SheetRow row, Figures figures) {
        var audience = row.required("audience");
        if (!seen.add(row.word("unit") + " " + audience))
            row.refuse(
                    "audience",
                    "survey.twice",
                    "单位 %s 的 %s 已有一行",
                    "unit %s has a row for %s already",
                    row.word("unit"),
                    audience);
        int issued = row.whole("issued", 0, Integer.MAX_VALUE, 0);
        int valid = row.whole("valid", 0, Integer.MAX_VALUE, 0);
        long sum = 0;
        for (var answer : ANSWERS) sum += row.whole(answer, 0, Integer.MAX_VALUE, 0);
        if (valid > issued)
            row.refuse(
                    "valid",
                    "survey.more-than-issued",
                    "有效 %d 份多于发放 %d 份",
                    "%d valid forms are more than the %d issued",
                    valid,
                    issued);
        if (sum != valid)
            row.refuse(
                    "valid",
                    "survey.sum",
                    "各选项合计 %d，与有效 %d 份不符",
                    "the answers add up to %d, not to the %d valid forms",
                    sum,
                    valid);
        put(row, audience, "issued", figures);
        put(row, audience, "valid", figures);
        ANSWERS.forEach(answer -> put(row, audience, answer, figures));
    }

    /** A framework that does not use an answer has no figure for it. */
    private static void put(SheetRow row, String audience, String answer, Figures figures) {
        var definition = figures.framework().figures().get(new FigureCode("survey_" + answer));
        if (definition == null) return;
        if (!definition.members().contains(audience)) {
            if (answer.equals("issued") || answer.equals("valid"))
                row.refuse(
                        "audience",
                        "survey.audience",
                        "对象应为 %s：%s",
                        "the audience is one of %s: %s",
                        String.join(" ", definition.members()),
                        audience);
            return;
        }
        var count = row.whole(answer, 0, Integer.MAX_VALUE, 0);
        var source = definition.source();
        figures.put(
                new UnitCode(row.word("unit")),
                definition.code(),
                audience,
                0,
                new FigureValue(Exact.of(count), row.word(answer), definition.period(), source, Layer.SURVEY, ""));
    }
}
