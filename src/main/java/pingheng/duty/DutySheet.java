package pingheng.duty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Framework;
import pingheng.framework.Point;
import pingheng.people.Body;
import pingheng.problem.Sentence;
import pingheng.sheet.Column;
import pingheng.sheet.SheetRow;
import pingheng.text.Excerpt;
import pingheng.value.Code;
import pingheng.value.PointCode;

/** Reads a responsibility table 分工表 as offices keep it: a row a point, names in every spelling, several in a cell. */
final class DutySheet {
    static final String CODE = "编号";
    static final String POINT = "观测点";
    static final String LEAD = "牵头单位";
    static final String COOPERATING = "配合单位";
    static final String CONTACT = "联系人";

    static final List<Column> COLUMNS = List.of(
            Column.optional(CODE, "观测点编号", "点号", "代码", "code").holdingCodes(),
            Column.optional(POINT, "观测点名称", "观测点内容", "评价内容", "point").holdingCodes(),
            Column.required(LEAD, "负责单位", "责任单位", "主责单位", "牵头部门", "负责部门", "责任部门", "牵头", "lead"),
            Column.optional(COOPERATING, "协助单位", "协办单位", "协同单位", "配合部门", "协助部门", "协办部门", "配合", "cooperating"),
            Column.optional(CONTACT, "联络员", "联系人姓名", "contact"));

    private static final Pattern SEPARATOR = Pattern.compile("[、；;，,\\r\\n]+(?![^(（]*[)）])");
    private static final Pattern BEGINS_WITH_CODE =
            Pattern.compile("\\s*([0-9]+(?:[.．][0-9]+)+)[\\s.、．]*(.*)", Pattern.DOTALL);

    private final Framework framework;
    private final BodyNames names;
    private final Map<PointCode, SheetRow> seen = new LinkedHashMap<>();
    private final List<DutyRow> rows = new ArrayList<>();
    private final List<Sentence> warnings = new ArrayList<>();

    DutySheet(Framework framework, BodyNames names) {
        this.framework = framework;
        this.names = names;
    }

    List<DutyRow> rows() {
        return rows;
    }

    /** What is allowed and looks like a mistake. */
    List<Sentence> warnings() {
        return warnings;
    }

    void take(List<SheetRow> table) {
        if (!table.isEmpty() && table.stream().allMatch(row -> row.empty(CODE) && row.empty(POINT))) {
            table.getFirst()
                    .refuse(CODE, "duty.no-points", "没有观测点编号，也没有观测点", "neither the codes of points nor their titles");
            return;
        }
        table.forEach(this::take);
        var missing = Duties.owed(framework).stream()
                .map(Point::code)
                .filter(code -> !seen.containsKey(code))
                .toList();
        if (!missing.isEmpty())
            warnings.add(Sentence.of(
                    "表中没有 %1$d 个观测点，导入后它们没有牵头单位：%2$s",
                    "%1$d points are not in the table and will have no lead: %2$s",
                    missing.size(),
                    Code.joined(" ", missing)));
    }

    private void take(SheetRow row) {
        if (row.empty(CODE) && row.empty(POINT) && row.empty(LEAD) && row.empty(COOPERATING)) return;
        var point = point(row);
        if (point == null) return;
        if (seen.putIfAbsent(point.code(), row) != null) {
            row.refuse(
                    row.empty(CODE) ? POINT : CODE,
                    "duty.point-twice",
                    "观测点 %1$s 在第 %2$d 行已经有了，请合并成一行",
                    "point %1$s stands in row %2$d already: make one row of them",
                    point.code(),
                    seen.getOrDefault(point.code(), row).number());
            return;
        }
        if (point.scoredBy() != Point.ScoredBy.COUNTY) {
            if (!row.empty(LEAD) || !row.empty(COOPERATING))
                row.refuse(
                        LEAD,
                        "duty.nobody-owes",
                        "观测点 %s 由满意度调查或评议得分，不分工；请清空这一行的单位",
                        "point %s is scored by a survey or the committee, nobody owes it: clear the bodies of this row",
                        point.code());
            return;
        }
        assigned(row, point);
    }

    private @Nullable Point point(SheetRow row) {
        var column = row.empty(CODE) ? POINT : CODE;
        var written = row.word(column);
        if (written.isEmpty()) {
            row.refuse(CODE, "duty.point-none", "这一行没有写明观测点", "this row does not say which point");
            return null;
        }
        var coded = BEGINS_WITH_CODE.matcher(written);
        var code = coded.matches() ? coded.group(1).replace('．', '.') : "";
        for (var point : framework.points())
            if (point.code().text().equals(code) || point.title().zh().equals(row.text(column)))
                return titled(row, point);
        row.refuse(
                column,
                "duty.point-unknown",
                "指标体系中没有观测点「%s」",
                "the framework has no point “%s”",
                written.length() > 40 ? written.substring(0, 40) + "…" : written);
        return null;
    }

    /** A code beside the title of another point is a row that slipped. */
    private Point titled(SheetRow row, Point point) {
        var title = row.text(POINT);
        if (!row.empty(CODE))
            for (var other : framework.points())
                if (!other.code().equals(point.code()) && other.title().zh().equals(title))
                    row.refuse(
                            POINT,
                            "duty.other-title",
                            "编号是 %1$s，观测点却是 %2$s 的；请核对是否错行",
                            "the code is %1$s, the title that of %2$s: see whether rows have slipped",
                            point.code(),
                            other.code());
        return point;
    }

    private void assigned(SheetRow row, Point point) {
        var lead = bodies(row, LEAD, new LinkedHashSet<>());
        if (row.empty(LEAD))
            row.refuse(LEAD, "duty.lead-missing", "观测点 %s 没有牵头单位", "point %s has no lead", point.code());
        if (lead.size() > 1)
            row.refuse(
                    LEAD,
                    "duty.leads-several",
                    "观测点 %1$s 只能有一个牵头单位，这里有 %2$d 个：%3$s；其余请移到配合单位",
                    "point %1$s has one lead, here are %2$d: %3$s; move the others to those who cooperate",
                    point.code(),
                    lead.size(),
                    told(lead));
        var named = new LinkedHashSet<Body>();
        var cooperating = bodies(row, COOPERATING, named);
        lead.stream()
                .filter(named::contains)
                .forEach(both -> row.refuse(
                        COOPERATING,
                        "duty.both-parts",
                        "%s 不能既牵头又配合",
                        "%s cannot both lead and cooperate",
                        both.name()));
        cooperating.removeAll(lead);
        rows.add(new DutyRow(
                point.code(),
                lead.stream().map(Body::name).toList(),
                cooperating.stream().map(Body::name).toList(),
                List.of(),
                row.text(CONTACT),
                row.place()));
    }

    /** The bodies of a cell in their order; those that are written by a name of their own, not as a group, are also {@code named}. */
    private Set<Body> bodies(SheetRow row, String column, Set<Body> named) {
        var all = new LinkedHashSet<Body>();
        for (var name : SEPARATOR.split(row.text(column))) {
            if (name.isBlank() || name.strip().matches("[/／—–-]+|无")) continue;
            switch (names.find(name)) {
                case BodyNames.Found.One(Body body) -> {
                    all.add(body);
                    named.add(body);
                }
                case BodyNames.Found.Group(List<Body> bodies) -> all.addAll(bodies);
                case BodyNames.Found.Nobody nobody ->
                    nobody(row, column, name.strip(), nobody.department().group());
                case BodyNames.Found.Several(List<Body> bodies) ->
                    row.refuse(
                            column,
                            "duty.body-several",
                            "「%1$s」可以指 %2$s；请写全称",
                            "“%1$s” may mean %2$s: write the full name",
                            name.strip(),
                            told(bodies));
                case BodyNames.Found.Unknown unknown ->
                    row.refuse(
                            column,
                            "duty.body-unknown",
                            "本单位没有「%1$s」%2$s；请改正写法，或先在「人员」中增加这个单位",
                            "there is no body “%1$s” here%3$s: correct the name, or add the body first",
                            Excerpt.of(name.strip()),
                            unknown.nearest().map(near -> "，是不是「" + near + "」").orElse(""),
                            unknown.nearest()
                                    .map(near -> ", do you mean “" + near + "”")
                                    .orElse(""));
            }
        }
        return all;
    }

    private void nobody(SheetRow row, String column, String name, boolean group) {
        if (group && column.equals(COOPERATING))
            warnings.add(Sentence.of(
                    "第 %1$d 行的「%2$s」在本单位没有登记的单位，不派给谁",
                    "“%2$s” in row %1$d has no bodies here and is given to nobody", row.number(), name));
        else
            row.refuse(
                    column,
                    "duty.body-missing",
                    "本单位没有登记「%s」；请先在「人员」中增加这个单位",
                    "no body of the kind “%s” is entered here: add it first",
                    name);
    }

    private static String told(Iterable<Body> bodies) {
        var names = new ArrayList<String>();
        bodies.forEach(body -> names.add(body.name()));
        return names.stream().collect(Collectors.joining("、"));
    }
}
