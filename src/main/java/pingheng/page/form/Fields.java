package pingheng.page.form;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;

/**
 * What the fields of all forms are called for people, in one place: for refusals that name a field and for texts that are given back. A
 * field that nobody types into (an id, a version, a digest, a choice of a button) is technical and is never shown.
 */
public final class Fields {
    private static final Map<String, Sentence> LABELS = Map.ofEntries(
            label("answer", "答复", "Answer"),
            label("again", "密码（再输一次）", "Password, once more"),
            label("approved", "批准日期", "Approved on"),
            label("by", "期限", "Due by"),
            label("claim", "自评分", "Own score"),
            label("code", "编号", "Code"),
            label("cooperating", "配合单位", "Cooperating bodies"),
            label("credibility", "自评诚信", "Credibility"),
            label("figures", "核定的数据", "Confirmed figures"),
            label("day", "日期", "Day"),
            label("decides", "以哪一层为准", "Layer that decides"),
            label("document", "文号", "Number of the document"),
            label("due", "期限", "Due"),
            label("file", "文件", "File"),
            label("inGroup", "领导小组成员单位", "Member of the leading group"),
            label("lead", "牵头单位", "Leading body"),
            label("login", "登录名", "Sign-in name"),
            label("mark", "打分", "Mark"),
            label("name", "姓名或名称", "Name"),
            label("official", "是否官方", "Official or not"),
            label("onsite", "实地抽查", "On-site checks"),
            label("password", "密码", "Password"),
            label("point", "观测点", "Point"),
            label("points", "观测点", "Points"),
            label("province", "省", "Province"),
            label("quorum", "法定人数", "Quorum"),
            label("reason", "理由", "Reason"),
            label("recused", "回避", "Recused"),
            label("score", "得分", "Score"),
            label("seed", "种子", "Seed"),
            label("shortName", "简称", "Short name"),
            label("size", "抽取数量", "Number to draw"),
            label("slip", "一次性口令", "One-time slip"),
            label("source", "来源", "Source"),
            label("statement", "得失分说明", "What was gained and lost, and why"),
            label("successors", "继任单位", "Successors"),
            label("table", "粘贴的表格", "Table that was pasted"),
            label("text", "正文", "Text"),
            label("time", "时间", "Time"),
            label("title", "名称", "Title"),
            label("title_en", "英文名称", "Title in English"),
            label("title_zh", "中文名称", "Title in Chinese"),
            label("town", "乡镇", "Town"),
            label("unit", "单位", "Unit"),
            label("value", "数值", "Value"),
            label("year", "年度", "Year"),
            label("zone", "时区", "Time zone"));

    /** What stands in a form and is no text of anybody: ids, codes of a choice, what was seen, what a button says. */
    private static final Set<String> TECHNICAL = Set.of(
            "accepted",
            "agrees",
            "aside",
            "back",
            "before",
            "body",
            "cell",
            "cites",
            "city",
            "chain",
            "county",
            "decision",
            "digest",
            "emptied",
            "from",
            "kind",
            "lang",
            "office",
            "only",
            "over",
            "owes",
            "post",
            "proof",
            "proposal",
            "region",
            "role",
            "seen",
            "show",
            "state",
            "step",
            "take",
            "to",
            "verb",
            "wrong");

    /** What is chosen, not typed: a refusal names it, but it is not given back. */
    private static final Set<String> CHOSEN = Set.of(
            "cooperating", "credibility", "decides", "figures", "inGroup", "lead", "official", "onsite", "recused");

    private Fields() {}

    /** A text that is given back, under what its field is called. */
    public record Shown(String name, Sentence label, String text) {}

    /** Of what was typed, what people know by a name. */
    public static List<Shown> shown(Map<String, String> written) {
        var shown = new ArrayList<Shown>();
        written.forEach((name, text) -> {
            if (!CHOSEN.contains(name)) label(name).ifPresent(label -> shown.add(new Shown(name, label, text)));
        });
        return shown;
    }

    /** What a field is called; one of several of a kind (mark_2.1.3) with the code that tells it from the others. */
    public static Optional<Sentence> label(String name) {
        var own = LABELS.get(name);
        if (own != null) return Optional.of(own);
        int end = name.indexOf('_');
        if (end <= 0) return Optional.empty();
        var kind = LABELS.get(name.substring(0, end));
        if (kind == null) return Optional.empty();
        var code = name.substring(end + 1);
        return Optional.of(new Sentence(kind.zh() + " " + code, kind.en() + " " + code));
    }

    /** Whether nobody types into it. */
    public static boolean technical(String name) {
        return TECHNICAL.contains(name.replaceFirst("_.*", ""));
    }

    /** For a field of a form that cannot be read as what it is asked for. */
    public static Reason wrong(String name) {
        return label(name)
                .map(label -> Reason.malformed(
                        "page.field",
                        "「%1$s」填写不对：数字用阿拉伯数字，日期如 2020-09-10，文字里不能有控制字符",
                        "“%2$s” is not right: whole numbers in digits, days like 2020-09-10, no control characters in a text",
                        label.zh(),
                        label.en()))
                .orElseGet(() -> Reason.malformed(
                        "page.field",
                        "表单里有一项不对，它不是填写的内容：请重新打开这个页面再办",
                        "Something in the form is not right that is not typed: open the page again and do it there"));
    }

    private static Map.Entry<String, Sentence> label(String name, String zh, String en) {
        return entry(name, new Sentence(zh, en));
    }
}
