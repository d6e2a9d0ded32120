package pingheng.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Reason;

/**
 * When a stage locks for a unit: the day it is due, and the instant after which nothing is taken, which is the start of the next
 * day in the zone of the round. An extension sets another day and says why.
 */
public record Lock(
        Stage stage, LocalDate due, Instant at, @Nullable Extension extension) {
    /** Another day for one unit, its reason, and the post that granted it. */
    public record Extension(LocalDate due, String reason, String granted) {}

    public static Lock after(Stage stage, LocalDate due, ZoneId zone) {
        return new Lock(stage, due, due.plusDays(1).atStartOfDay(zone).toInstant(), null);
    }

    public Lock extended(Extension extension, ZoneId zone) {
        var day = extension.due();
        return new Lock(stage, day, day.plusDays(1).atStartOfDay(zone).toInstant(), extension);
    }

    /** The instant itself is too late: open means before it. */
    public boolean open(Instant arrived) {
        return arrived.isBefore(at);
    }

    /** Says which date applied: the province's, or the one that was extended. */
    public Optional<Reason> whyNot(Instant arrived) {
        if (open(arrived)) return Optional.empty();
        return Optional.of(
                extension == null
                        ? Reason.conflict(
                                "round.locked",
                                "%1$s 已于 %2$s 24:00 锁定（全省统一时间）；确有原因的，请向省级申请延期",
                                "%3$s was locked at the end of %2$s, the date set by the province: with a good reason, ask the province for an extension",
                                stage.title().zh(),
                                due,
                                stage.title().en())
                        : Reason.conflict(
                                "round.locked-extended",
                                "%1$s 延期至 %2$s 24:00，也已锁定（%3$s 批准）",
                                "%4$s was extended to the end of %2$s by %3$s and is locked, too",
                                stage.title().zh(),
                                due,
                                extension.granted(),
                                stage.title().en()));
    }
}
