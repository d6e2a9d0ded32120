package pingheng.deliberation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.RoundContext;
import pingheng.sheet.SheetRow;
import pingheng.value.Login;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** What a member does: marks units, or is recused, until the session is closed. Each change is a version. */
@Service
public class Marking {
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private final DeliberationStore store;
    private final Sitting sitting;
    private final Ledger ledger;
    private final Clock clock;

    Marking(DeliberationStore store, Sitting sitting, Ledger ledger, Clock clock) {
        this.store = store;
        this.sitting = sitting;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why the visitor is no member of the committee. */
    public static Optional<Reason> whyNotMember(Visitor visitor) {
        return visitor.is(Role.COMMITTEE)
                ? Optional.empty()
                : Optional.of(
                        Reason.forbidden("deliberation.member", "只有督导委委员打分", "Only members of the committee mark"));
    }

    /** Why a member does not see the units: the session is not opened yet, or they are not among those who came, or have left. */
    public Optional<Reason> whyNotSee(Visitor visitor, HeldRound round) {
        var session = sitting.session(round);
        if (session.isEmpty())
            return Optional.of(
                    Reason.conflict("deliberation.not-open", "合议还没有开始", "The session has not been opened yet"));
        return whyNotSit(visitor, session.get());
    }

    private static Optional<Reason> whyNotSit(Visitor visitor, Session session) {
        var member = session.member(visitor.post().id());
        if (member.isEmpty())
            return Optional.of(Reason.conflict(
                    "deliberation.not-there",
                    "您不在本次合议的到会委员之中；如已到会，请告知省级管理员",
                    "You are not among the members who came: if you have, tell the provincial administrator"));
        if (!member.get().present())
            return Optional.of(Reason.conflict(
                    "deliberation.has-left", "您已离席，打分已作废", "You have left the session, your marks are void"));
        return Optional.empty();
    }

    /** Keeps what changed. Everything is kept, or nothing if one unit is wrong. How many units changed. */
    @Transactional
    public int mark(RoundContext context, List<Said> all) {
        var visitor = context.user();
        Refused.on(whyNotMember(visitor));
        sitting.share(context.round(), visitor);
        var session = sitting.open(context.round());
        Refused.on(whyNotSit(visitor, session));
        var marks = new Reading(visitor, session, new Findings()).read(all);

        for (var mark : marks)
            if (!store.add(session.id(), mark))
                throw new Refused(Reason.conflict(
                        "deliberation.at-once",
                        "您同时在另一处保存了打分；请刷新后核对",
                        "You saved marks elsewhere at the same moment: load the page again and compare"));
        if (marks.isEmpty()) return 0;

        ledger.record(
                visitor.actor(),
                Chain.of(context.round().code()),
                "deliberation.marked",
                "round/" + context.round().code(),
                Sentence.of("委员打分或回避：%1$d 个单位", "Marked, or was recused from, %1$d units", marks.size()));
        return marks.size();
    }

    /** One saving on its way in. */
    private final class Reading {
        private final Session session;
        private final Member member;
        private final Login login;
        private final Findings findings;

        Reading(Visitor visitor, Session session, Findings findings) {
            this.session = session;
            this.member = session.member(visitor.post().id()).orElseThrow();
            this.login = visitor.login();
            this.findings = findings;
        }

        List<Mark> read(List<Said> all) {
            var changed = new ArrayList<Mark>();
            var units = new HashSet<UnitCode>();
            for (var said : all) {
                var candidate = session.candidate(said.unit());
                if (candidate.isEmpty() || !units.add(said.unit())) {
                    findings.add(
                            Place.file(said.unit().text().replaceAll("[^0-9]", "")),
                            "deliberation.unit",
                            "合议的单位中没有它，或者重复",
                            "it is not among the units of the session, or stands here twice");
                    continue;
                }
                read(said, candidate.get()).ifPresent(changed::add);
            }
            findings.refuse();
            return changed;
        }

        /** Empty when nothing changed, and when something is wrong. */
        private Optional<Mark> read(Said said, Candidate candidate) {
            var row = SheetRow.typed(Place.file(candidate.unit().name()), Map.of("打分", said.mark()), findings);
            var before = session.mark(member.post(), said.unit());
            var reason = said.reason().strip();
            boolean nothing = said.mark().isBlank() && !said.recused() && reason.isEmpty();
            if (nothing && before.isEmpty()) return Optional.empty();
            var value = row.decimal("打分");
            if (same(before, value, said.recused(), reason, row)) return Optional.empty();

            if (!before.map(Mark::version).orElse(Version.NONE).equals(said.seen())) meanwhile(row, before);
            check(row, said, value, reason, candidate);
            return Optional.of(new Mark(
                    member.post(),
                    said.unit(),
                    said.seen().next(),
                    said.recused() ? null : value,
                    said.recused(),
                    reason,
                    login,
                    clock.instant()));
        }

        private void check(SheetRow row, Said said, @Nullable BigDecimal value, String reason, Candidate candidate) {
            if (Tally.ofRegion(member, candidate))
                row.refuse(
                        "打分",
                        "deliberation.own-region",
                        "本区域的单位，按规定回避",
                        "a unit of your own region: you are recused by rule");
            if (UNWRITABLE.matcher(reason).find() || reason.length() > Sitting.LONGEST_REASON)
                row.refuse(
                        "理由",
                        "deliberation.reason-text",
                        "理由至多 %d 字，不能有控制字符",
                        "a reason has at most %d characters and no control characters",
                        Sitting.LONGEST_REASON);
            if (said.recused()) {
                if (!said.mark().isBlank())
                    row.refuse("打分", "deliberation.either", "打分和回避只能选一", "mark the unit or be recused, not both");
                if (reason.isEmpty()) row.refuse("理由", "deliberation.reason", "回避须写明理由", "who is recused says why");
            } else if (value != null) {
                check(row, value, reason, candidate.most());
            } else if (said.mark().isBlank() && !reason.isEmpty()) {
                row.refuse("打分", "deliberation.no-mark", "写了理由而没有打分", "there is a reason and no mark");
            }
        }

        private void check(SheetRow row, BigDecimal value, String reason, BigDecimal most) {
            boolean steps = value.multiply(TWO).stripTrailingZeros().scale() <= 0;
            if (value.signum() < 0 || value.compareTo(most) > 0 || !steps || row.percent("打分"))
                row.refuse(
                        "打分",
                        "deliberation.mark-steps",
                        "打分应在 0 与 %s 之间，以 0.5 为一档：%s",
                        "a mark lies between 0 and %s in steps of 0.5: %s",
                        most.toPlainString(),
                        value.toPlainString());
            else if (reason.isEmpty() && (value.signum() == 0 || value.compareTo(most) == 0))
                row.refuse("理由", "deliberation.reason-extreme", "打 0 分或最高分须写明理由", "nought and the most need a reason");
        }

        private static boolean same(
                Optional<Mark> before, @Nullable BigDecimal value, boolean recused, String reason, SheetRow row) {
            if (before.isEmpty() || value == null && !row.empty("打分")) return false;
            var mark = before.get().mark();
            boolean equal = mark == null || value == null ? mark == null && value == null : mark.compareTo(value) == 0;
            return equal
                    && before.get().recused() == recused
                    && before.get().reason().equals(reason);
        }

        private void meanwhile(SheetRow row, Optional<Mark> before) {
            var now = before.map(Mark::mark)
                    .map(BigDecimal::toPlainString)
                    .orElse(before.filter(Mark::recused).isPresent() ? "回避 recused" : "—");
            row.refuse(
                    "打分",
                    "deliberation.changed-meanwhile",
                    "您在别处已改为 %s；请核对后再保存",
                    "you have changed this elsewhere, it is %s now: compare, then save again",
                    now);
        }
    }
}
