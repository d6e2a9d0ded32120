package pingheng.people.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Staffing;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.Code;
import pingheng.value.UnitCode;

/** Units that are merged into others: the province ends them on a day, and names who succeeds them. */
@Service
public class Mergers {
    private final People people;
    private final Staffing staffing;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Mergers(People people, Staffing staffing, Ledger ledger, ApplicationEventPublisher events) {
        this.people = people;
        this.staffing = staffing;
        this.ledger = ledger;
        this.events = events;
    }

    /** A unit, the first day without it, and the codes of those that succeed it. */
    public record Merger(UnitCode unit, LocalDate day, List<UnitCode> successors) {}

    /** Told before a unit is ended, so that whoever knows more of it may refuse. */
    public record Ending(Unit unit, LocalDate day) {}

    /** Why the visitor cannot merge a unit like this; the first reason there is. */
    public Optional<Reason> whyNotMerge(Visitor visitor, Merger merger) {
        var province = whyNotProvince(visitor);
        if (province.isPresent()) return province;
        var spans = people.spans();
        var ending = find(spans, merger.unit()).filter(span -> span.unit().evaluated());
        if (ending.isEmpty()) return no("people.no-such-unit", "没有单位 %s", "There is no unit %s", merger.unit());
        return whyNotEnd(ending.get(), merger.day(), spans)
                .or(() -> merger.successors().isEmpty()
                        ? no("people.no-successor", "请写明并入哪个单位", "Say which unit succeeds it")
                        : merger.successors().stream()
                                .flatMap(code -> whyNotSucceed(ending.get().unit(), code, spans).stream())
                                .findFirst());
    }

    /** Why the visitor has nothing to do with mergers. */
    public static Optional<Reason> whyNotProvince(Visitor visitor) {
        return visitor.is(Role.PROVINCE)
                ? Optional.empty()
                : Optional.of(Reason.forbidden(
                        "people.province-only", "单位撤并由省级管理员办理", "Units are merged by the provincial administrator"));
    }

    /** Ends the unit on that day. Earlier rounds keep it, its people sign in and read; whoever succeeds it assigns its duties anew. */
    @Transactional
    public void merge(Visitor visitor, Merger merger) {
        Refused.on(whyNotProvince(visitor));
        var involved = new TreeSet<>(merger.successors());
        involved.add(merger.unit());
        staffing.alone(involved);
        Refused.on(whyNotMerge(visitor, merger));
        var unit = people.unit(merger.unit()).orElseThrow();
        var successors = merger.successors().stream().distinct().sorted().toList();
        events.publishEvent(new Ending(unit, merger.day()));

        staffing.end(unit, merger.day(), successors);

        ledger.record(
                visitor.actor(),
                unit.code(),
                "people.merged",
                "division/" + unit.code(),
                Sentence.of(
                        "%1$s自 %2$s 起撤并，并入 %3$s",
                        "%1$s is no more from %2$s on, succeeded by %3$s",
                        unit.name(),
                        merger.day(),
                        Code.joined("、", successors)));
    }

    private static Optional<Reason> whyNotEnd(Unit.Span span, LocalDate day, List<Unit.Span> spans) {
        if (span.until() != null)
            return Optional.of(Reason.conflict(
                    "people.merged-already",
                    "%1$s已于 %2$s 撤并",
                    "%1$s is no more since %2$s already",
                    span.unit().name(),
                    span.until()));
        if (!day.isAfter(span.from()))
            return no(
                    "people.merged-before",
                    "撤并日期须晚于设立日期 %s",
                    "It cannot end before or on the day it began, %s",
                    span.from());
        boolean above = spans.stream()
                .anyMatch(one -> span.unit().code().equals(one.unit().parent()) && one.until() == null);
        return above
                ? no(
                        "people.merged-above",
                        "%s还有下辖的县市区，请先办理它们",
                        "There are counties below %s still: deal with them first",
                        span.unit().name())
                : Optional.empty();
    }

    private static Optional<Reason> whyNotSucceed(Unit unit, UnitCode code, List<Unit.Span> spans) {
        var found = find(spans, code);
        if (found.isEmpty()) return no("people.no-such-unit", "没有单位 %s", "There is no unit %s", code);
        var successor = found.get();
        if (code.equals(unit.code()))
            return no("people.succeeds-itself", "%s不能并入自己", "%s cannot succeed itself", unit.name());
        if (successor.unit().level() != unit.level())
            return no(
                    "people.successor-level",
                    "%1$s与%2$s不是同一级别",
                    "%1$s and %2$s are not of the same level",
                    unit.name(),
                    successor.unit().name());
        return successor.until() == null
                ? Optional.empty()
                : no(
                        "people.successor-merged",
                        "%1$s本身已定于 %2$s 撤并",
                        "%1$s itself is no more from %2$s on",
                        successor.unit().name(),
                        successor.until());
    }

    private static Optional<Unit.Span> find(List<Unit.Span> spans, UnitCode code) {
        return spans.stream().filter(span -> span.unit().code().equals(code)).findFirst();
    }

    private static Optional<Reason> no(String code, String zh, String en, Object... args) {
        return Optional.of(Reason.malformed(code, zh, en, args));
    }
}
