package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is committed names no machine it was written on; types say what they are. */
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

    /** Bytes as they are: what is not text has no such words either. */
    private static String text(Path path) throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1);
    }
}
