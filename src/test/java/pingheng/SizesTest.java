package pingheng;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small files are read; large ones are searched. */
class SizesTest {
    private static final int FILE = 300;
    private static final int METHOD = 40;
    private static final int PACKAGE = 15;

    /** What may be larger, how large, and why. */
    private static final Map<String, Integer> LARGER = Map.of(
            // one language in one place: its words, tree, types, units and exact numbers
            "src/main/java/pingheng/framework/formula", 16);

    @Test
    void filesMethodsAndPackagesAreSmall() throws IOException {
        assertThat(breaches(Sources.below("src/main/java"), LARGER)).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() throws IOException {
        assertThat(breaches(Sources.below("src/main/java"), Map.of())).hasSameSizeAs(LARGER.keySet());
    }

    @Test
    void aLongFileIsSeen() {
        assertThat(breaches(List.of(file("A", "class A {" + "\n".repeat(FILE - 1) + "}")), Map.of()))
                .isEmpty();
        assertThat(breaches(List.of(file("A", "class A {" + "\n".repeat(FILE) + "}")), Map.of()))
                .containsExactly("p/A.java has 301 lines");
    }

    @Test
    void aLongMethodIsSeenAlsoInsideANestedClass() {
        var text = "class A { class B {\n    @Deprecated\n    void tells() {" + "\n".repeat(METHOD) + "} } }";

        assertThat(breaches(List.of(file("A", text)), Map.of())).containsExactly("p/A.java tells() has 42 lines");
    }

    @Test
    void aLongConstructorIsSeen() {
        assertThat(breaches(List.of(file("A", "class A { A() {" + "\n".repeat(METHOD) + "} }")), Map.of()))
                .containsExactly("p/A.java <init>() has 41 lines");
    }

    @Test
    void aCrowdedPackageIsSeenAndItsPageOfWordsNotCounted() {
        var files = new ArrayList<Sources.File>();
        for (int i = 0; i < PACKAGE; i++) files.add(file("A" + i, "class A" + i + " {}"));
        files.add(file("package-info", "package p;"));
        assertThat(breaches(files, Map.of())).isEmpty();

        files.add(file("Z", "class Z {}"));
        assertThat(breaches(files, Map.of())).containsExactly("p has 16 files");
        assertThat(breaches(files, Map.of("p", 16))).isEmpty();
    }

    private static Sources.File file(String name, String text) {
        return Sources.of(Path.of("p", name + ".java"), text);
    }

    private static List<String> breaches(List<Sources.File> files, Map<String, Integer> larger) {
        var breaches = new ArrayList<String>();
        for (var file : files) {
            var path = file.path().toString();
            if (file.lines() > larger.getOrDefault(path, FILE)) breaches.add(path + " has " + file.lines() + " lines");
            for (var method : file.methods()) {
                var name = path + " " + method.name() + "()";
                if (method.lines() > larger.getOrDefault(name, METHOD))
                    breaches.add(name + " has " + method.lines() + " lines");
            }
        }
        counted(files).forEach((folder, count) -> {
            if (count > larger.getOrDefault(folder, PACKAGE)) breaches.add(folder + " has " + count + " files");
        });
        return breaches;
    }

    private static Map<String, Long> counted(List<Sources.File> files) {
        return files.stream()
                .filter(file -> !file.path().endsWith("package-info.java"))
                .collect(groupingBy(file -> String.valueOf(file.path().getParent()), counting()));
    }
}
