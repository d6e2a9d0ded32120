package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is committed names no machine it was written on; types say what they are, and each name means one of them. */
class WordsTest {
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.~}/-])/(?:work|root|(?:home|Users)/[^/\\s]+)/|[A-Z]:\\\\Users\\\\");

    private static final Pattern EMPTY_NAME = Pattern.compile(
            "(?:Abstract|Base|Default)[A-Z]\\w*|\\w*(?:Utils?|Helper|Manager|Impl|Base|Data|Info|D[Tt][Oo])");

    @Test
    void noCommittedFileNamesAMachine() throws IOException {
        var breaches = new ArrayList<String>();
        for (var path : Sources.committed()) breaches.addAll(machines(path, text(path)));
        assertThat(breaches).isEmpty();
    }

    @Test
    void noTypeHasAnEmptyName() throws IOException {
        assertThat(emptyNames(Sources.below("src"))).isEmpty();
    }

    @Test
    void noTwoTypesShareOneName() throws IOException {
        assertThat(sharedNames(Sources.below("src/main/java"))).isEmpty();
    }

    @Test
    void aPathOfAMachineIsSeenInAnyText() {
        for (var folder : List.of("work", "root", "home/ada", "Users/ada"))
            assertThat(machines(Path.of("notes.md"), "one\nsee /" + folder + "/pingheng"))
                    .as(folder)
                    .containsExactly("notes.md, line 2: see /" + folder + "/pingheng");
        assertThat(machines(Path.of("notes.md"), "C:" + "\\Users\\ada")).hasSize(1);
        assertThat(machines(Path.of("notes.md"), "见" + "/work" + "/，勿用")).hasSize(1);
    }

    @Test
    void aLinkOrAFolderOfOursIsNoMachine() {
        assertThat(machines(Path.of("notes.md"), "https://example.org/home/ada/ src/work/ ~/work/ $HOME/root/"))
                .isEmpty();
    }

    @Test
    void anEmptyNameIsSeenAlsoOnANestedType() {
        for (var name : List.of(
                "ScoreUtil",
                "ScoreUtils",
                "RoundHelper",
                "RoundManager",
                "RoundImpl",
                "UnitData",
                "UnitInfo",
                "UnitDTO",
                "UnitDto",
                "AbstractRule",
                "BaseRule",
                "DefaultRule",
                "Data"))
            assertThat(emptyNames(List.of(Sources.of(Path.of("A.java"), "class A { record " + name + "() {} }"))))
                    .containsExactly("A.java: " + name);
    }

    @Test
    void aNameThatOnlyBeginsOrEndsSimilarlyIsFine() {
        for (var name : List.of("Baseline", "Database", "Defaults", "Implied", "Utility", "Datum"))
            assertThat(emptyNames(List.of(Sources.of(Path.of("A.java"), "interface " + name + " {}"))))
                    .isEmpty();
    }

    @Test
    void aNameThatTwoTypesShareIsSeen() {
        var planted = List.of(
                Sources.of(Path.of("sheet/Row.java"), "package pingheng.sheet; class Row {}"),
                Sources.of(Path.of("value/Unit.java"), "package pingheng.value; class Unit {}"),
                Sources.of(Path.of("database/Sql.java"), "package pingheng.database; class Sql {} record Row() {}"));

        assertThat(sharedNames(planted)).containsExactly("Row: database/Sql.java, sheet/Row.java");
    }

    @Test
    void aNestedTypeAndAPackageShareNoName() {
        var planted = List.of(
                Sources.of(Path.of("sheet/Row.java"), "package pingheng.sheet; class Row { record Cell() {} }"),
                Sources.of(Path.of("sheet/package-info.java"), "package pingheng.sheet;"),
                Sources.of(Path.of("people/Page.java"), "package pingheng.people; class Page { record Row() {} }"),
                Sources.of(Path.of("people/package-info.java"), "package pingheng.people;"));

        assertThat(sharedNames(planted)).isEmpty();
    }

    private static List<String> machines(Path path, String text) {
        var breaches = new ArrayList<String>();
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            if (MACHINE.matcher(line).find())
                breaches.add(String.format(Locale.ROOT, "%s, line %d: %s", path, number, line.strip()));
        }
        return breaches;
    }

    private static List<String> emptyNames(List<Sources.File> files) {
        return files.stream()
                .flatMap(file -> file.types().stream()
                        .filter(type -> EMPTY_NAME.matcher(type).matches())
                        .map(type -> file.path() + ": " + type))
                .toList();
    }

    /** Names of types that stand for themselves, each with the files that declare it when they are several. */
    private static List<String> sharedNames(List<Sources.File> files) {
        var paths = new TreeMap<String, List<String>>();
        for (var file : files)
            for (var type : file.topLevelTypes())
                paths.computeIfAbsent(type, _ -> new ArrayList<>())
                        .add(file.path().toString().replace('\\', '/'));
        return paths.entrySet().stream()
                .filter(name -> name.getValue().size() > 1)
                .map(name ->
                        name.getKey() + ": " + name.getValue().stream().sorted().collect(Collectors.joining(", ")))
                .toList();
    }

    /** Bytes as they are: what is not text has no such words either. */
    private static String text(Path path) throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1);
    }
}
