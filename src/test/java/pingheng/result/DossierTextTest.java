package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.naive.Recomputed;
import pingheng.people.Level;

/** Every score is computed again from the printed text of its derivation, by code that shares nothing with the program. */
class DossierTextTest {
    private static final Pattern FIGURE = Pattern.compile("(?:数据|figure) {2}(.+?) = (\\S+?)(\\[.*?])?%?(?: {2}.*)?");
    private static final Pattern COLUMN =
            Pattern.compile("(?:学校|schools) {2}(\\S+) = \\((.*?)\\)(\\[.*?])?%?(?: {2}.*)?");
    private static final Pattern COMPUTED =
            Pattern.compile("(?:计算|step|条件|asked|舍入|rounded) {2}(\\S+|previous\\(.*?\\)) = (.*) → (.*)");
    private static final Pattern PART = Pattern.compile("(?:分项|part) (\\S+) .*");

    @Test
    void aDossierReadsLikeThis() {
        var evaluation = EvaluationFolder.read(Path.of("src/test/resources/pingheng/small"));
        var of = Objects.requireNonNull(evaluation.levels().get(Level.COUNTY));
        var result = Evaluator.evaluate(evaluation, Level.COUNTY);
        var dossier = Dossier.of(of, result, result.units().getLast());

        assertThat(DossierText.of(evaluation.round(), evaluation.units(), dossier, Locale.CHINESE))
                .isEqualToNormalizingNewlines(golden("zh", dossier, evaluation));
        assertThat(DossierText.of(evaluation.round(), evaluation.units(), dossier, Locale.ENGLISH))
                .isEqualToNormalizingNewlines(golden("en", dossier, evaluation));
    }

    /** The golden dossier; with {@code -Dgolden=write} it is written anew, to be read as a difference. */
    private static String golden(String language, Dossier dossier, Evaluation evaluation) {
        var file = Path.of("src/test/resources/pingheng/dossier." + language + ".golden.txt");
        try {
            if ("write".equals(System.getProperty("golden")))
                Files.writeString(
                        file, DossierText.of(evaluation.round(), evaluation.units(), dossier, Locale.of(language)));
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "examples/guangdong-2020, 5, 1000, zh",
        "examples/guangdong-2020, 5, 1000, en",
        "examples/balance, 1, 140, zh",
        "examples/balance, 1, 140, en"
    })
    void aScoreIsComputedAgainFromItsOwnText(Path folder, int every, int atLeast, String language) {
        var evaluation = EvaluationFolder.read(folder);
        var results = Evaluator.evaluate(evaluation);
        int points = 0;
        for (var level : results.keySet()) {
            var of = Objects.requireNonNull(evaluation.levels().get(level));
            var result = Objects.requireNonNull(results.get(level));
            for (var unit : result.units().stream()
                    .filter(unit -> unit.unit().code().hashCode() % every == 0)
                    .toList()) {
                var dossier = Dossier.of(of, result, unit);
                var text = DossierText.of(evaluation.round(), evaluation.units(), dossier, Locale.of(language));
                points += recompute(text);
            }
        }
        assertThat(points).isGreaterThanOrEqualTo(atLeast);
    }

    /** Walks through the lines; every computed line must come out as it is printed. How many points were rounded. */
    private static int recompute(String text) {
        Map<String, List<Recomputed.Value>> names = new HashMap<>();
        var part = "";
        int points = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            var figure = FIGURE.matcher(line);
            var column = COLUMN.matcher(line);
            var computed = COMPUTED.matcher(line);
            var begins = PART.matcher(line);
            if (line.startsWith("[")) names.clear();
            else if (begins.matches()) part = begins.group(1);
            else if (column.matches()) names.put(column.group(1), values(column.group(2), column.group(3)));
            else if (figure.matches()) names.put(figure.group(1), values(figure.group(2), figure.group(3)));
            else if (computed.matches()) {
                var name = computed.group(1);
                var formula = computed.group(2);
                if (name.equals("point")) points++;
                var result = compute(line, formula, computed.group(3), names);
                names.put(name, result);
                if (name.equals("score")) names.put("score." + part, result);
            }
        }
        return points;
    }

    private static List<Recomputed.Value> compute(
            String line, String formula, String printed, Map<String, List<Recomputed.Value>> names) {
        var value = new Recomputed(formula, names).number();
        if (printed.equals("yes") || printed.equals("no")) {
            assertThat(value.over().signum() != 0).as(line).isEqualTo(printed.equals("yes"));
        } else {
            var shown = new BigDecimal(printed.replace("…", ""));
            assertThat(value.rounded(Math.max(10, shown.scale()))).as(line).isEqualByComparingTo(shown);
        }
        return List.of(value);
    }

    /** A dash is what a school did not report and was not asked for: a condition before it decided, any number does. */
    private static List<Recomputed.Value> values(String listed, @Nullable String unit) {
        var values = new ArrayList<Recomputed.Value>();
        if (listed.isEmpty()) return values; // a level without schools
        for (var text : Arrays.asList(listed.split(", "))) {
            var value = new Recomputed(text.equals("—") ? "0" : text, Map.of()).number();
            values.add(unit == null ? value : value.in(Recomputed.unit(unit)));
        }
        return values;
    }
}
