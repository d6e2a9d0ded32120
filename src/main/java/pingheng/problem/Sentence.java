package pingheng.problem;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import pingheng.text.Unseen;

/** One thing said in the two languages of the house, Chinese first. */
public record Sentence(String zh, String en) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /**
     * Both languages share the arguments, written as {@code %s} or {@code %2$s} in each. A time is told to the minute: an instant in
     * the zone of the country, any other time in its own.
     */
    public static Sentence of(String zh, String en, Object... args) {
        var told = Stream.of(args).map(Sentence::told).toArray();
        return new Sentence(String.format(Locale.ROOT, zh, told), String.format(Locale.ROOT, en, told));
    }

    private static Object told(Object arg) {
        return switch (arg) {
            case Instant at -> MINUTE.format(at.atZone(ZONE));
            case ZonedDateTime at -> MINUTE.format(at);
            case OffsetDateTime at -> MINUTE.format(at);
            default -> arg;
        };
    }

    /** The same for somebody who has to mend something: what the eye cannot see is named in its place. */
    Sentence named() {
        return Unseen.in(zh) || Unseen.in(en) ? new Sentence(Unseen.named(zh, true), Unseen.named(en, false)) : this;
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
