package pingheng.value.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionAndScoreTest {
    @Test
    void aVersionIsCountedFromNoneOnAndNeverBelow() {
        assertThat(Version.NONE.next()).isEqualTo(new Version(1));
        assertThat(new Version(1).before()).isEqualTo(Version.NONE).matches(Version::none);
        assertThat(new Version(2)).isGreaterThan(new Version(1)).hasToString("2");
        assertThatThrownBy(Version.NONE::before).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatNobodyCanHaveSeenIsRefused() {
        for (long seen : new long[] {-1, Long.MIN_VALUE, 100_000_000, 1L << 32, Long.MAX_VALUE})
            assertThatThrownBy(() -> Version.seen(seen)).as("%d", seen).isInstanceOf(IllegalArgumentException.class);
        assertThat(Version.seen(99_999_999).next().number()).isEqualTo(100_000_000);
    }

    @Test
    void scoresAreEqualThatAreAsHigh() {
        assertThat(score("0.50"))
                .isEqualTo(score("0.5"))
                .hasSameHashCodeAs(score("0.5"))
                .hasToString("0.5");
        assertThat(score("10"))
                .isNotEqualTo(score("1"))
                .isGreaterThan(score("9.9999"))
                .hasToString("10");
        assertThat(score("0.0000")).hasToString("0");
    }

    @Test
    void whatCannotBeKeptIsNoScore() {
        for (var points : List.of("-0.0001", "-1", "0.00001", "1.00005"))
            assertThatThrownBy(() -> score(points)).as(points).isInstanceOf(IllegalArgumentException.class);
    }

    private static Score score(String points) {
        return new Score(new BigDecimal(points));
    }
}
