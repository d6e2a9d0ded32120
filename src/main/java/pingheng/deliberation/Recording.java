package pingheng.deliberation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import pingheng.digest.Canonical;
import pingheng.round.HeldRound;

/** Writes the minutes of a session out of what was said in it: who came, who left, and of each unit who marked it how. */
final class Recording {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Session session;
    private final ZoneId zone;
    private final Canonical text = new Canonical();

    private Recording(Session session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    static Minutes of(HeldRound round, Session session, String person, Instant at) {
        var recording = new Recording(session, round.settings().zone());
        recording.head(round);
        recording.members();
        session.tallies().forEach(recording::unit);
        recording.text.line("结束", recording.told(at), person);
        return new Minutes(recording.text.text(), recording.text.digest(), person, at);
    }

    private void head(HeldRound round) {
        text.line("合议记录", round.code(), round.settings().title().zh());
        text.line("法定人数", round.settings().quorum());
        text.line("开始", told(session.opened()), session.person());
    }

    private void members() {
        for (var member : session.members()) {
            text.line("委员", member.title(), member.name(), member.region());
            var left = member.left();
            if (left != null) text.line("离席", member.title(), told(left.at()), left.reason());
        }
    }

    private void unit(Tally tally) {
        var unit = tally.candidate().unit();
        text.line("单位", unit.code(), unit.name(), unit.region());
        tally.ofRegion().forEach(member -> text.line("回避", member.title(), "本区域"));
        tally.recusals().forEach(mark -> text.line("回避", title(mark), mark.reason()));
        tally.given()
                .forEach(mark -> text.line(
                        "打分", title(mark), Objects.requireNonNull(mark.mark()).toPlainString(), mark.reason()));
    }

    private String title(Mark mark) {
        return session.member(mark.post()).orElseThrow().title();
    }

    private String told(Instant at) {
        return at.atZone(zone).format(MINUTE);
    }
}
