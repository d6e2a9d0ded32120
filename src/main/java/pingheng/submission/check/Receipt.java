package pingheng.submission.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pingheng.json.Json;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.UnitCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A receipt of a submission as whoever sent it keeps it: of which unit, in a text that names the round, its number, D1 and D2, the entry of the ledger, and
 * the key that seals backups; the last two where it names them.
 */
public record Receipt(
        UnitCode unit,
        String naming,
        int number,
        String d1,
        String d2,
        @Nullable Entry entry,
        @Nullable String sealKey) {
    private static final Pattern UNIT = Pattern.compile("(?:单位|Unit)[^0-9]*?([0-9]{6})");
    private static final Pattern NUMBER = Pattern.compile("(?:第|no\\.)([0-9]{1,6})");
    private static final Pattern D1 = Pattern.compile("D1(?:定稿|frozen)?([0-9a-f]{64})");
    private static final Pattern D2 = Pattern.compile("D2(?:报送|submitted)?([0-9a-f]{64})");
    private static final Pattern ENTRY = Pattern.compile("(?:台账|Ledger)([0-9]{1,18})·([0-9a-f]{64})");
    private static final Pattern KEY = Pattern.compile("ed25519:[0-9a-f]{64}");

    /** The entry of the ledger under which the submission arrived. */
    public record Entry(long number, String hash) {}

    /** Reads what the interface answers as JSON, or the text of the page or the paper; refuses what is neither. */
    public static Receipt read(String file, String text) {
        var receipt = text.strip().startsWith("{") ? json(file, text) : printed(text);
        return receipt.orElseThrow(() -> noReceipt(file));
    }

    /** Whether it is of a round of that code or title: paper names the one, programs the other. */
    boolean isOf(String code, Sentence title) {
        return naming.equals(code)
                || naming.contains(withoutSpace(title.zh()))
                || naming.contains(withoutSpace(title.en()));
    }

    private static Optional<Receipt> json(String file, String text) {
        try {
            var json = Json.MAPPER.readTree(text);
            var unit = json.path("unit").asString("");
            var d1 = json.path("freeze").path("d1").asString("");
            var d2 = json.path("d2").asString("");
            if (unit.isEmpty() || d1.isEmpty() || d2.isEmpty()) return Optional.empty();
            return Optional.of(new Receipt(
                    new UnitCode(unit),
                    json.path("round").asString(""),
                    json.path("number").asInt(0),
                    d1,
                    d2,
                    entry(json.path("ledger")),
                    json.path("seal_key").isString() ? json.path("seal_key").asString() : null));
        } catch (JacksonException _) {
            throw noReceipt(file);
        }
    }

    private static @Nullable Entry entry(JsonNode ledger) {
        return ledger.path("hash").isString()
                ? new Entry(ledger.path("number").asLong(0), ledger.path("hash").asString())
                : null;
    }

    /** Lines may break anywhere, also within a digest. */
    private static Optional<Receipt> printed(String text) {
        var all = withoutSpace(text);
        var unit = UNIT.matcher(all);
        var number = NUMBER.matcher(all);
        var d1 = D1.matcher(all);
        var d2 = D2.matcher(all);
        if (!unit.find() || !number.find() || !d1.find() || !d2.find()) return Optional.empty();
        var entry = ENTRY.matcher(all);
        var key = KEY.matcher(all);
        return Optional.of(new Receipt(
                new UnitCode(unit.group(1)),
                all,
                Integer.parseInt(number.group(1)),
                d1.group(1),
                d2.group(1),
                entry.find() ? entry(entry) : null,
                key.find() ? key.group() : null));
    }

    private static Entry entry(Matcher printed) {
        return new Entry(Long.parseLong(printed.group(1)), printed.group(2));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private static Refused noReceipt(String file) {
        return new Refused(
                Place.file(file),
                "verify.receipt",
                new Sentence(
                        "不是报送回执，也不是写有台账末端的意见书：应为接口给出的 JSON，或页面、PDF 中的文字（回执含单位、次数、D1、D2）",
                        "is no receipt of a submission, nor a letter that names the end of a ledger: either is the JSON of the interface, or the text of the page or of the PDF, a receipt with unit,"
                                + " number, D1 and D2"));
    }
}
