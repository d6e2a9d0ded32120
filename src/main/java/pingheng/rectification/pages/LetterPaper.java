package pingheng.rectification.pages;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pingheng.paper.Paper;
import pingheng.people.Unit;
import pingheng.rectification.Letter;
import pingheng.round.HeldRound;

/** An opinion letter on paper, in Chinese and laid out as official documents are; its digest stands at the foot of each page. */
final class LetterPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private LetterPaper() {}

    static Paper of(HeldRound round, Unit unit, Letter letter) {
        var paper = Paper.letter(letter.digest());
        paper.title("履行教育职责评价意见书");
        if (!round.settings().official()) paper.text("（演练·非官方）");
        paper.text(letter.document()).text("");
        paper.text(unit.name() + "人民政府：").text("　　" + letter.text());
        if (!letter.deficiencies().isEmpty()) paper.heading("问题清单");
        for (var one : letter.deficiencies())
            paper.text("　　" + one.number() + ". （观测点 " + one.point() + "）" + one.text());
        paper.text("")
                .text("　　　　　　　　　　　　　　　　"
                        + DAY.format(letter.at().atZone(round.settings().zone())));
        var head = letter.head();
        if (head != null) paper.text("").text("结果发布时本轮台账末端：" + head.text());
        return paper.stamp("（印章）");
    }
}
