package pingheng.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pingheng.page.form.Hidden;
import pingheng.page.form.UnsavedInput;
import pingheng.problem.Sentence;

/** What every template knows beside its page: the language, the masthead, the hidden fields of forms, the time. */
public record Frame(
        boolean chinese,
        Masthead masthead,
        Hidden hidden,
        Instant now,
        @Nullable String told,
        @Nullable UnsavedInput returned,
        WriteOutcome outcome) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS xxx", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Whether nothing that this request asked for has come into the data: only then may a page say that nothing was changed. */
    public boolean untouched() {
        return outcome == WriteOutcome.NOTHING;
    }

    /** One of two, by the language of the page. */
    public String say(String zh, String en) {
        return chinese ? zh : en;
    }

    public String say(Sentence sentence) {
        return chinese ? sentence.zh() : sentence.en();
    }

    /** As above, digests cut short: for lists that are read at a glance. */
    public String brief(Sentence sentence) {
        return say(sentence).replaceAll("([0-9a-f]{12})[0-9a-f]{52}", "$1…");
    }

    public String lang() {
        return chinese ? "zh-CN" : "en";
    }

    /** Date and minute in the zone of the rounds. */
    public String time(Instant at) {
        return at.atZone(ZONE).format(TIME);
    }

    /** To the microsecond, with the zone. */
    public String exact(Instant at) {
        return at.atZone(ZONE).format(EXACT);
    }

    public String clock(Instant at) {
        return at.atZone(ZONE).format(CLOCK);
    }

    /** How many days from today to the date; negative when it has passed. */
    public long days(LocalDate to) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, ZONE), to);
    }

    /** For display only: two decimals, half up. */
    public String number(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** As it is, without zeros at the end. */
    public String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Bytes as people say them. */
    public String size(long bytes) {
        if (bytes < 1 << 10) return bytes + " B";
        return bytes < 1 << 20 ? (bytes >> 10) + " KB" : (bytes >> 20) + " MB";
    }
}
