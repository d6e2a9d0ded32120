package pingheng.framework.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Relation;
import pingheng.framework.formula.Sample;

/** Makes up rules of every kind, as far as a framework could hold them, with figures and marks to go with them. */
final class RandomRules {
    /** What a rule can be held against. */
    static final List<String> VALUES = List.of(
            "rate",
            "per_head",
            "percent(enrolled, of_age)",
            "in(spend, [元]) / of_age / 1[元/人]",
            "spend / 1[万元] - previous(spend) / 1[万元]",
            "(spend / 1[万元] - fee / 1[元]) * 2 - -3",
            "if(enrolled > 0, percent(of_age, enrolled), 0)",
            "max(enrolled, of_age) / min(of_age, 7[人])",
            "abs(enrolled - of_age) / 1[人]",
            "tally(is_a, not is_b, enrolled >= of_age, is_a and is_b or spend > 0)",
            "sum(books, primary) / 1[册]",
            "sum(each) / 1[册/人]",
            "sum(in(debt, [元]) / 1[元], junior)",
            "count(books > 0 and staff / 1[人] >= 2, primary)",
            "count(is_lab_school or books > 3[册])",
            "cv(books, heads, primary)",
            "cv(books * 3 / 7, heads)",
            "100 * cv(each / 1[册/人], heads, junior)",
            "area.primary + area.junior",
            "sum(area.*) / 3");

    private final Random random;

    RandomRules(Random random) {
        this.random = random;
    }

    /** A unit with schools at two levels. */
    Sample unit() {
        var unit = new Sample()
                .figure("spend", "万元")
                .figure("fee", "元")
                .figure("enrolled", "人")
                .figure("of_age", "人", "positive")
                .figure("rate", "%")
                .figure("per_head", "")
                .figure("is_a", "", "yesno")
                .figure("is_b", "", "yesno")
                .figure("books", "册", "school")
                .figure("heads", "人", "school", "positive")
                .figure("staff", "人", "school")
                .figure("debt", "万元", "school", "negative")
                .figure("each", "册/人", "school")
                .figure("is_lab_school", "", "school", "yesno")
                .derived("rate", "percent(enrolled, of_age)")
                .derived("per_head", "in(spend, [元]) / of_age / 1[元/人]")
                .derived("each", "books / heads");
        for (var name : List.of("spend", "fee", "previous(spend)", "enrolled", "area.primary", "area.junior"))
            unit.with(name, decimal(0, 120));
        unit.with("of_age", String.valueOf(1 + random.nextInt(120)));
        for (var name : List.of("is_a", "is_b", "is_there", "is_zero", "is_full")) unit.with(name, yesNo());
        for (var level : List.of("primary", "junior"))
            for (int i = 1 + random.nextInt(4); i > 0; i--) school(unit.school(level));
        return unit;
    }

    private void school(Sample school) {
        school.with("heads", String.valueOf(1 + random.nextInt(9)))
                .with("debt", decimal(-5, 5))
                .with("is_lab_school", yesNo());
        boolean none = random.nextInt(3) == 0;
        school.with("books", none ? "0" : decimal(0, 9));
        if (!none) school.with("staff", decimal(0, 9)); // where there are no books nobody asks for the staff
    }

    /** A point of up to five parts, one of whose shares may be no decimal. */
    PointRule point(Sample unit) {
        int count = 1 + random.nextInt(5);
        var share = Exact.of(random.nextInt(1, 9)).dividedBy(Exact.of(random.nextInt(1, 4)));
        var parts = new ArrayList<Part>();
        for (int i = 0; i < count; i++) parts.add(part("part" + i, share, unit));
        return new PointRule(share.times(Exact.of(count)), parts);
    }

    private Part part(String code, Exact points, Sample unit) {
        var rule = rule(points);
        var value = rule.needsValue() ? unit.checked(VALUES.get(random.nextInt(VALUES.size()))) : null;
        return new Part(code, points, rule, value, conditions(unit));
    }

    private Part.Conditions conditions(Sample unit) {
        return new Part.Conditions(
                random.nextInt(3) == 0 ? unit.checked("is_there or rate >= 50%") : null,
                random.nextInt(4) == 0 ? unit.checked("of_age >= 1[人]") : null,
                random.nextInt(5) == 0 ? unit.checked("is_zero and (is_a or not is_b)") : null,
                random.nextInt(5) == 0 ? unit.checked("is_full") : null);
    }

    Rule rule(Exact points) {
        return switch (random.nextInt(9)) {
            case 0 -> new Rule.Elements(split(points));
            case 1 ->
                new Rule.Deductions(
                        Stream.generate(this::step).limit(1 + random.nextInt(3)).toList());
            case 7 -> bands(points);
            default -> ofValue(points);
        };
    }

    /** A rule that is held against a value. */
    Rule ofValue(Exact points) {
        boolean high = random.nextBoolean();
        var full = exact(decimal(high ? 1 : -20, high ? 100 : 60));
        var line = new Limit(relation(high), full, percentOrNone());
        return switch (random.nextInt(6)) {
            case 0 -> new Rule.Counted(step());
            case 1 -> threshold(new Limit(strictOrNot(high), full, line.unit()), points);
            case 2 -> {
                var away = exact(decimal(1, 30));
                var zero = high ? full.minus(away) : full.plus(away);
                yield new Rule.Linear(line, new Limit(relation(!high), zero, line.unit()));
            }
            case 3 -> new Rule.PerPoint(line, step());
            case 4 ->
                new Rule.Proportional(new Limit(relation(true), full.absolute().plus(Exact.ONE), line.unit()));
            default -> rank(high, points);
        };
    }

    private Rule threshold(Limit line, Exact points) {
        var steps = new ArrayList<Rule.Step>();
        var at = line.at();
        for (int i = random.nextInt(4), of = i + 1; i > 0; i--) {
            var easier = exact(decimal(1, 9));
            at = line.high() ? at.minus(easier) : at.plus(easier);
            steps.add(new Rule.Step(
                    new Limit(line.relation(), at, line.unit()),
                    points.times(Exact.of(i)).dividedBy(Exact.of(of))));
        }
        return new Rule.Threshold(line, steps);
    }

    private Rule rank(boolean high, Exact points) {
        int count = 1 + random.nextInt(4);
        var tiers = new ArrayList<Rule.Tier>();
        for (int i = 0; i < count; i++)
            tiers.add(new Rule.Tier(
                    Exact.of((i + 1) * 100L / count),
                    points.times(Exact.of(count - i)).dividedBy(Exact.of(count))));
        return new Rule.Rank(high, tiers);
    }

    private Rule bands(Exact points) {
        var half = points.dividedBy(Exact.of(2));
        return new Rule.Bands(
                List.of(new Rule.Band(half, points), new Rule.Band(Exact.ZERO, half.dividedBy(Exact.of(2)))));
    }

    /** Marks a judge may give. */
    List<Exact> marks(PointRule rule) {
        var marks = new ArrayList<Exact>();
        for (var part : rule.parts()) for (int i = 0; i < part.rule().marks(); i++) marks.add(mark(part));
        return marks;
    }

    private Exact mark(Part part) {
        return switch (part.rule()) {
            case Rule.Deductions _ -> Exact.of(random.nextInt(5));
            case Rule.Bands _ ->
                part.points().times(Exact.of(random.nextInt(9))).dividedBy(Exact.of(8));
            default -> exact(List.of("0", "0.5", "1", "0.25").get(random.nextInt(4)));
        };
    }

    Placing placing() {
        int units = 1 + random.nextInt(48);
        return new Placing(1 + random.nextInt(units), units);
    }

    private List<Exact> split(Exact points) {
        int count = 1 + random.nextInt(4);
        return Stream.generate(() -> points.dividedBy(Exact.of(count)))
                .limit(count)
                .toList();
    }

    private MeasureUnit percentOrNone() {
        return MeasureUnit.parse(random.nextBoolean() ? "%" : "");
    }

    private Relation relation(boolean high) {
        return high ? Relation.AT_LEAST : Relation.AT_MOST;
    }

    private Relation strictOrNot(boolean high) {
        if (random.nextInt(4) > 0) return relation(high);
        return high ? Relation.MORE : Relation.LESS;
    }

    private Exact step() {
        return exact(decimal(0, 2));
    }

    private String yesNo() {
        return random.nextBoolean() ? "1" : "0";
    }

    private static Exact exact(String decimal) {
        return Exact.of(decimal);
    }

    /** Up to two decimals, whole as often as not. */
    String decimal(int from, int to) {
        int whole = random.nextInt(from, to);
        return random.nextBoolean() ? String.valueOf(whole) : whole + "." + random.nextInt(1, 100);
    }
}
