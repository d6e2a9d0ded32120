package pingheng.framework.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.framework.FigureDefinition;
import pingheng.framework.FigureDefinition.Type;
import pingheng.framework.Period;
import pingheng.framework.formula.Malformed;
import pingheng.framework.formula.MeasureUnit;
import pingheng.problem.Sentence;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.text.Coded;
import pingheng.value.FigureCode;

/** Reads the figures of a framework: what is reported, in which unit, for which period, from which source. */
final class FigureDefinitionSheet {
    private static final List<Column> COLUMNS = List.of(
            Column.required("code", "代码", "数据项代码"),
            Column.required("zh", "名称", "数据项"),
            Column.required("en", "英文"),
            Column.optional("scope", "范围"),
            Column.optional("members", "分项"),
            Column.required("type", "类型"),
            Column.optional("unit", "单位"),
            Column.optional("period", "时期"),
            Column.optional("previous", "此前期数"),
            Column.optional("positive", "大于零"),
            Column.optional("source_zh", "来源"),
            Column.optional("source_en", "来源英文"),
            Column.optional("owner", "报送部门"),
            Column.optional("formula", "公式"));

    /** The columns of the heading that figures of schools share with other things; no figure may be called so. */
    private static final List<String> RESERVED = List.of("unit", "school", "name", "level", "value", "place", "units");

    private final Map<FigureCode, FigureDefinition> figures = new LinkedHashMap<>();
    private final Map<FigureCode, SheetRow> rows = new LinkedHashMap<>();

    private FigureDefinitionSheet() {}

    static FigureDefinitionSheet read(Folder folder) {
        var sheet = new FigureDefinitionSheet();
        folder.read("figures", COLUMNS, sheet::take);
        return sheet;
    }

    Map<FigureCode, FigureDefinition> figures() {
        return figures;
    }

    /** Tells what is wrong with the formulas of derived figures, and, where all rules were understood, which figures nobody uses. */
    void check(Vocabulary vocabulary, boolean rulesAreSound) {
        figures.values().forEach(figure -> {
            try {
                vocabulary.compileAll(figure);
            } catch (Malformed malformed) {
                refuse(figure, "formula", "figures.formula", malformed.sentence());
            }
        });
        if (!rulesAreSound) return;
        vocabulary
                .unused()
                .forEach(figure -> refuse(
                        figure,
                        "code",
                        "figures.unused",
                        Sentence.of(
                                "数据项 %s 没有任何规则使用，请删去，不要让县区白填",
                                "the figure %s is used by no rule: delete it, nobody should report it in vain",
                                figure.code())));
    }

    private void take(SheetRow row) {
        var figure = figure(row);
        if (figure == null) return;
        if (figures.putIfAbsent(figure.code(), figure) != null)
            row.refuse(
                    "code",
                    "figures.twice",
                    "数据项 %s 重复出现，请删去一行",
                    "the figure %s stands here twice: delete one",
                    figure.code());
        rows.putIfAbsent(figure.code(), row);
    }

    private @Nullable FigureDefinition figure(SheetRow row) {
        var code = row.required("code");
        boolean named = code.matches("[a-z][a-z0-9_]*") && !RESERVED.contains(code) && !code.matches("mark[0-9]+");
        if (!named && !code.isEmpty())
            row.refuse(
                    "code",
                    "figures.code",
                    "数据项代码应为小写字母开头的字母、数字、下划线，且不用保留词：%s",
                    "a figure's code is lower-case letters, digits and _, starts with a letter and is no reserved word: %s",
                    code);
        var type = Coded.of(Type.class, row.required("type"));
        if (type.isEmpty() && !row.empty("type"))
            row.refuse(
                    "type",
                    "figures.type",
                    "类型应为 number、count、ratio 或 yesno：%s",
                    "the type is number, count, ratio or yesno: %s",
                    row.word("type"));
        var period = period(row);
        var unit = MeasureUnit.parse(row.word("unit"));
        if (!named || type.isEmpty() || period == null) return null;
        return new FigureDefinition(
                new FigureCode(code),
                new Sentence(row.requiredText("zh"), row.requiredText("en")),
                perSchool(row),
                members(row),
                type.get(),
                unit,
                period,
                row.whole("previous", 0, 9, 0),
                row.yes("positive"),
                new Sentence(row.text("source_zh"), row.text("source_en")),
                row.word("owner"),
                row.empty("formula") ? null : row.word("formula"));
    }

    private static boolean perSchool(SheetRow row) {
        var scope = row.word("scope");
        if (!List.of("", "unit", "school").contains(scope))
            row.refuse("scope", "figures.scope", "范围应为 unit 或 school：%s", "the scope is unit or school: %s", scope);
        return scope.equals("school");
    }

    private static List<String> members(SheetRow row) {
        var members = Arrays.stream(row.word("members").split("[\\s;、,]+"))
                .filter(member -> !member.isEmpty())
                .toList();
        for (var member : members)
            if (!member.matches("[a-z][a-z0-9_]*"))
                row.refuse(
                        "members",
                        "figures.member",
                        "分项代码应为小写字母：%s",
                        "a member is written in lower-case letters: %s",
                        member);
        return members;
    }

    private static @Nullable Period period(SheetRow row) {
        if (row.empty("period") && !row.empty("formula")) return new Period.Year(0);
        try {
            return Period.parse(row.required("period"));
        } catch (Malformed malformed) {
            if (!row.empty("period")) row.refuse("period", "figures.period", malformed.sentence());
            return null;
        }
    }

    private void refuse(FigureDefinition figure, String column, String code, Sentence sentence) {
        var row = rows.get(figure.code());
        if (row != null) row.refuse(column, code, sentence);
    }
}
