package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What is named by a code is not carried as a bare text: a unit, a round, an observation point, a figure, a person. Nor are marks, nor
 * the version that was seen as a bare number, nor what a unit claims as a decimal that may be none.
 */
class BareCodesTest {
    private static final Pattern BARE =
            Pattern.compile("\\b(?:String|(?:List|Set|Collection|Map)<String(?:, [^>]*(?:<[^>]*>)?)?>)"
                    + " ((?:unit|round|point|figure|login)(?:s|Code|Codes)?|division|successors)\\b(?! ?\\()"
                    + "|\\bint (seen|version)\\b|\\bString (marks)\\b(?! ?\\()|\\bBigDecimal (claim)\\b");

    /** Where the word means something else, or where somebody who has not signed in types it. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("pingheng/framework/Settings.java", "the version of a framework, as its settings say it"),
            Map.entry("pingheng/result/file/ResultFile.java", "the version of a framework"),
            Map.entry("pingheng/framework/api/FrameworksApi.java", "the version of a framework"),
            Map.entry("pingheng/round/api/RoundsApi.java", "which figures a layer computes with, by its code"),
            Map.entry("pingheng/submission/api/PointAnswer.java", "a claim as an answer writes it"),
            Map.entry("pingheng/commands/FrameworkCommand.java", "the version of a framework"),
            Map.entry("pingheng/commands/FrameworkCopy.java", "the version of a framework"),
            Map.entry("pingheng/database/ExternalPostgres.java", "the version of PostgreSQL"),
            Map.entry("pingheng/sheet/OfficeTable.java", "how many cells were seen"),
            Map.entry("pingheng/evidence/CompoundFile.java", "how many sectors were seen"),
            Map.entry(
                    "pingheng/survey/SurveyResults.java",
                    "which import was seen: they are numbered, nothing is a version"),
            Map.entry("pingheng/survey/api/SurveyApi.java", "the same"),
            Map.entry("pingheng/survey/pages/SurveyPages.java", "the same"),
            Map.entry(
                    "pingheng/review/PointDecision.java", "marks as they are typed, read by the one who reads tables"),
            Map.entry("pingheng/review/api/ReviewApi.java", "marks as an answer writes them"),
            Map.entry("pingheng/rehearsal/made/MadeJudgements.java", "marks as a table writes them"),
            Map.entry(
                    "pingheng/framework/formula/Missing.java",
                    "a figure of a formula with its member and how far it lies back"),
            Map.entry("pingheng/framework/table/ItemSheet.java", "rows whose point may be missing, until that is told"),
            Map.entry("pingheng/duty/BodyNames.java", "the name of a unit, which is taken off the names of its bodies"),
            Map.entry("pingheng/result/file/DossierFile.java", "a figure as a formula writes it; a unit of measure"),
            Map.entry("pingheng/people/staff/pages/SlipsPage.java", "the name of a unit"),
            Map.entry(
                    "pingheng/people/pages/SetupPage.java", "typed by somebody who has not signed in, and shown again"),
            Map.entry("pingheng/people/pages/SetupPages.java", "the same, before it is read"),
            Map.entry(
                    "pingheng/people/pages/SlipPage.java", "typed by somebody who has not signed in, and shown again"),
            Map.entry("pingheng/people/pages/SignInPages.java", "the same, before it is read"),
            Map.entry("pingheng/submission/api/SubmissionApi.java", "how many points there are in each state"),
            Map.entry(
                    "pingheng/people/staff/pages/MergerPage.java",
                    "several codes as they were typed in one field, and shown again"),
            Map.entry("pingheng/people/staff/pages/MergerPages.java", "the same, before it is read"),
            Map.entry("pingheng/submission/pages/SealPages.java", "several points typed in one field"),
            Map.entry("pingheng/rehearsal/Played.java", "values by the key of their cell"));

    @Test
    void noCodeIsCarriedAsABareText() throws IOException {
        var found = new TreeMap<String, List<String>>();
        var root = Path.of("src/main/java");
        try (var files = Files.walk(root)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var bare = bare(Files.readString(file));
                if (!bare.isEmpty()) found.put(root.relativize(file).toString().replace('\\', '/'), bare);
            }
        }
        var others = new TreeMap<>(found);
        others.keySet().removeAll(OTHERWISE.keySet());
        assertThat(others).isEmpty();
        assertThat(found.keySet()).as("exceptions that are still needed").containsAll(OTHERWISE.keySet());
    }

    @Test
    void oneThatIsIsSeen() {
        assertThat(
                        bare(
                                "void urge(String unit, @Nullable String point, List<String> units, Map<String, List<Long>> figures) {}"))
                .containsExactly("unit", "point", "units", "figures");
        assertThat(bare("record Draft(int seen, String marks, @Nullable BigDecimal claim) {}"))
                .containsExactly("seen", "marks", "claim");
        assertThat(bare("private final String login;")).containsExactly("login");
        assertThat(bare("record Line(UnitCode unit, String name) { String unit() { return name; } }"))
                .isEmpty();
    }

    private static List<String> bare(String code) {
        return BARE.matcher(code)
                .results()
                .map(found -> found.group().replaceFirst(".* ", ""))
                .toList();
    }
}
