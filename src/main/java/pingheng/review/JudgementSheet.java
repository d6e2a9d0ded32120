package pingheng.review;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Framework;
import pingheng.framework.Point;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Marks;
import pingheng.review.Judgement.Decision;
import pingheng.round.Layer;
import pingheng.sheet.Column;
import pingheng.sheet.SheetRow;
import pingheng.text.Coded;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Score;

/** Reads a row of the table of judgements: what one layer says of one point of one unit. */
public final class JudgementSheet {
    public static final List<Column> COLUMNS = List.of(
            Column.required("unit", "单位代码"),
            Column.required("layer", "层级"),
            Column.required("point", "观测点").holdingCodes(),
            Column.required("decision", "结论"),
            Column.optional("marks", "评分"),
            Column.optional("score", "得分"),
            Column.optional("claim", "自报得分"),
            Column.optional("reason", "理由"),
            Column.optional("by", "评审岗位"));

    private final Judgements judgements = new Judgements();
    private final Map<PointCode, Point> points = new HashMap<>();

    public JudgementSheet(Framework framework) {
        framework.points().forEach(point -> points.put(point.code(), point));
    }

    public Judgements judgements() {
        return judgements;
    }

    /** Takes the row; what is wrong is refused at its cell. The unit is known to exist. */
    public void take(SheetRow row) {
        var point = PointCode.of(row.required("point")).map(points::get).orElse(null);
        var layer = Coded.of(Layer.class, row.required("layer"));
        var decision = Coded.of(Decision.class, row.required("decision"));
        if (point == null) refusePoint(row);
        if (layer.isEmpty() || layer.get() == Layer.SURVEY)
            row.refuse(
                    "layer",
                    "judgements.layer",
                    "层级应为 self、city、province 或 onsite",
                    "the layer is self, city, province or onsite");
        if (decision.isEmpty())
            row.refuse(
                    "decision",
                    "judgements.decision",
                    "结论应为 marks、agree、adopt_city、score 或 not_applicable",
                    "the decision is marks, agree, adopt_city, score or not_applicable");
        if (point == null || layer.isEmpty() || decision.isEmpty()) return;

        if (point.scoredBy() == Point.ScoredBy.SURVEY)
            row.refuse(
                    "point",
                    "judgements.survey",
                    "观测点 %s 由满意度调查计分，不在此表评判",
                    "the point %s is scored by the survey, nobody judges it here",
                    point.code());
        var judgement = judgement(row, point, layer.get(), decision.get());
        if (!judgements.put(new UnitCode(row.word("unit")), point.code(), judgement))
            row.refuse(
                    "point",
                    "judgements.twice",
                    "%s 层已对单位 %s 的观测点 %s 作出结论，请删去一行",
                    "the layer %s has judged unit %s, point %s already: delete one of the rows",
                    layer.get().code(),
                    row.word("unit"),
                    point.code());
    }

    private static void refusePoint(SheetRow row) {
        if (!row.empty("point"))
            row.refuse(
                    "point",
                    "judgements.no-point",
                    "指标体系中没有观测点 %s",
                    "the framework has no point %s",
                    row.word("point"));
    }

    private static Judgement judgement(SheetRow row, Point point, Layer layer, Decision decision) {
        if (decision.needsReason() && row.empty("reason"))
            row.refuse("reason", "judgements.reason", "此结论须写明理由", "this decision needs a reason");
        if (decision == Decision.ADOPT_CITY && layer != Layer.PROVINCE)
            row.refuse(
                    "decision", "judgements.adopt", "只有省级可以采用市级结论", "only the province may adopt what the city said");
        if (decision == Decision.AGREE && layer == Layer.SELF)
            row.refuse("decision", "judgements.self", "自评须有自己的评分", "a self-evaluation has marks of its own");
        return new Judgement(
                layer,
                decision,
                marks(row, point, decision),
                score(row, point, decision),
                typed(row, "claim", point),
                row.text("reason"),
                row.text("by"));
    }

    private static List<Exact> marks(SheetRow row, Point point, Decision decision) {
        if (decision != Decision.MARKS) {
            if (!row.empty("marks"))
                row.refuse(
                        "marks",
                        "judgements.idle-marks",
                        "此结论不带评分，请清空",
                        "this decision takes no marks: clear the cell");
            return List.of();
        }
        try {
            var marks = Marks.read(row.text("marks"));
            var whole = marks.whole().orElse(List.of());
            point.rule()
                    .whyNotTyped(marks)
                    .or(() -> point.rule().whyNot(whole))
                    .ifPresent(why -> row.refuse("marks", "judgements.range", why));
            return whole;
        } catch (Malformed malformed) {
            row.refuse("marks", "judgements.marks", malformed.sentence());
            return List.of();
        }
    }

    /** As the database keeps a score; more decimals would be cut there without a word. */
    private static @Nullable Score typed(SheetRow row, String column, Point point) {
        var typed = row.decimal(column);
        if (typed == null || Score.fits(typed)) return Score.orNull(typed);
        if (typed.signum() < 0) range(row, column, point, typed);
        else row.refuse(column, "judgements.decimals", "至多四位小数：%s", "four decimals at most: %s", typed.toPlainString());
        return null;
    }

    private static void range(SheetRow row, String column, Point point, BigDecimal typed) {
        row.refuse(
                column,
                "judgements.score",
                "得分应在 0 与 %s 之间：%s",
                "the score lies between 0 and %s: %s",
                point.points(),
                typed.toPlainString());
    }

    private static @Nullable Score score(SheetRow row, Point point, Decision decision) {
        var score = Optional.ofNullable(typed(row, "score", point));
        if (decision != Decision.SCORE) {
            if (score.isPresent())
                row.refuse(
                        "score",
                        "judgements.idle-score",
                        "只有结论 score 才填得分，请清空",
                        "only the decision “score” has a score: clear the cell");
            return null;
        }
        if (score.isEmpty()) row.required("score");
        if (score.isPresent() && Exact.of(score.get().points()).compareTo(point.points()) > 0)
            range(row, "score", point, score.get().points());
        return score.orElse(null);
    }
}
