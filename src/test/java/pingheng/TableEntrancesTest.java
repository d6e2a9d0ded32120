package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever takes a table from somebody stands here, with the test that throws two thousand broken workbooks at it. */
class TableEntrancesTest {
    private static final String EACH = "pingheng.app.EntrancesTest#twoThousandAtEach";

    private static final Map<String, String> FUZZED = Map.ofEntries(
            Map.entry("pingheng.duty.DutyTables", EACH),
            Map.entry("pingheng.submission.tables.FigureTables", EACH),
            Map.entry("pingheng.submission.tables.SchoolTables", EACH),
            Map.entry("pingheng.survey.SurveyResults", EACH),
            Map.entry("pingheng.people.staff.pages.ContactPages", EACH),
            Map.entry("pingheng.framework.pages.FrameworksPages", EACH),
            Map.entry("pingheng.framework.api.FrameworksApi", EACH),
            Map.entry("pingheng.framework.published.HandedInFramework", EACH),
            Map.entry("pingheng.commands.FrameworkCommand", EACH),
            Map.entry(
                    "pingheng.people.pages.SetupPages",
                    "pingheng.people.pages.UploadedTest#twoThousandBrokenWorkbooksEndInASentence"),
            Map.entry(
                    "pingheng.people.pages.Uploaded",
                    "pingheng.people.pages.UploadedTest#twoThousandBrokenWorkbooksEndInASentence"),
            Map.entry(
                    "pingheng.result.EvaluationFolder",
                    "pingheng.result.BrokenFoldersTest#aBrokenWorkbookInAFolderEndsInASentence"));

    private static final Map<String, Set<String>> READERS = Map.of(
            "pingheng.sheet.OfficeTable", Set.of("read", "pasted"),
            "pingheng.sheet.Folder", Set.of("of", "handedIn"),
            "pingheng.people.pages.Uploaded", Set.of("<init>"),
            "pingheng.framework.pages.UploadedTables", Set.of("<init>"));

    @Test
    void eachEntranceOfATableIsFuzzed() throws ReflectiveOperationException {
        assertThat(entrances(Code.house())).isEqualTo(new TreeSet<>(FUZZED.keySet()));
        for (var test : FUZZED.values()) {
            var parts = List.of(test.split("#"));
            assertThat(Class.forName(parts.getFirst()).getDeclaredMethods())
                    .extracting("name")
                    .contains(parts.getLast());
        }
    }

    @Test
    void anEntranceThatNobodyFuzzesIsSeen() {
        var planted = Code.planted("""
                package pingheng.planted;
                import java.io.InputStream;
                import java.util.List;
                import pingheng.problem.Findings;
                import pingheng.sheet.OfficeTable;
                class NewTables {
                    int rows(InputStream in) { return OfficeTable.read("a", in, List.of(), new Findings()).size(); }
                }
                """);

        assertThat(entrances(planted)).containsExactly("pingheng.planted.NewTables");
    }

    /** Who opens a folder, an office table or an upload; the made province of a rehearsal is nobody's. */
    private static Set<String> entrances(JavaClasses classes) {
        var entrances = new TreeSet<String>();
        for (var type : classes)
            for (var call : type.getCodeUnitCallsFromSelf())
                if (READERS.getOrDefault(call.getTargetOwner().getName(), Set.of())
                        .contains(call.getTarget().getName())) entrances.add(Code.file(type));
        entrances.removeIf(name -> name.startsWith("pingheng.rehearsal.") || name.startsWith("pingheng.sheet."));
        return entrances;
    }
}
