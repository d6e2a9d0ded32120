package pingheng.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.ledger.Audience;
import pingheng.ledger.LedgerFilter;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.text.Coded;
import pingheng.text.Folding;
import pingheng.value.Code;
import pingheng.value.PointCode;

/** Which chain of the ledger a reader asks for, and what in it, as it stands in the address: the first and the last day are days of the round, both included. */
public record LedgerQuery(
        Audience chain,
        @Nullable PointCode point,
        String office,
        String verb,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final Pattern ASKED = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{0,200}");
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9990, 1, 1);

    public LedgerQuery {
        office = office.strip();
        verb = verb.strip();
        for (var asked : new String[] {Code.textOf(point), office, verb})
            if (!ASKED.matcher(asked).matches()) throw new Refused(unclear());
        for (var day : new LocalDate[] {from, to})
            if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) throw new Refused(unclear());
    }

    /** As it was typed, days too; an empty field asks for nothing. */
    public static LedgerQuery of(
            String chain, @Nullable PointCode point, String office, String verb, String from, String to) {
        var audience = chain.isEmpty()
                ? Audience.UNIT
                : Coded.of(Audience.class, chain).orElseThrow(() -> new Refused(unclear()));
        return new LedgerQuery(audience, point, office, verb, day(from), day(to));
    }

    /** Whether nothing of the chain is asked for: then everything is shown. */
    public boolean isEmpty() {
        return point == null && office.isEmpty() && verb.isEmpty() && from == null && to == null;
    }

    /** In the zone of the round. */
    public LedgerFilter filter(RequestContext context) {
        var zone = context.round().settings().zone();
        var since = from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant();
        var until = to == null
                ? LedgerFilter.NEVER
                : to.plusDays(1).atStartOfDay(zone).toInstant();
        return new LedgerFilter(point, office, verb, since, until);
    }

    /** The address of a chain, all of it. */
    static String all(Audience chain) {
        return "ledger" + (chain == Audience.UNIT ? "" : "?chain=" + chain.code());
    }

    /** The address that asks for the same among the entries before a number. */
    String before(long number) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("chain", chain == Audience.UNIT ? "" : chain.code());
        asked.put("point", Code.textOf(point));
        asked.put("office", office);
        asked.put("verb", verb);
        asked.put("from", day(from));
        asked.put("to", day(to));
        asked.put("before", String.valueOf(number));
        return asked.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(LedgerQuery::parameter)
                .collect(Collectors.joining("&", "ledger?", ""));
    }

    /** As a field of a form has it; empty for none. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String typed) {
        var day = Folding.word(typed);
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException none) {
            throw new Refused(unclear());
        }
    }

    private static String parameter(Map.Entry<String, String> one) {
        return one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8);
    }

    private static Reason unclear() {
        return Reason.malformed("ledger.asked", "筛选条件无法识别", "What the ledger is asked for cannot be read");
    }
}
