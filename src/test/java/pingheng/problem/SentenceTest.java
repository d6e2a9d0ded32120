package pingheng.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final Instant AT = Instant.parse("2020-09-10T15:59:59.123456789Z");

    @Test
    void bothLanguagesShareTheArguments() {
        assertThat(Sentence.of("%2$s 的 %1$d 份", "%1$d of %2$s", 3, "番禺"))
                .isEqualTo(new Sentence("番禺 的 3 份", "3 of 番禺"));
    }

    /** Nobody reads UTC with nanoseconds beside the local time of a page. */
    @Test
    void aTimeIsToldInLocalMinutesHoweverItIsHandedOver() {
        var shanghai = ZoneId.of("Asia/Shanghai");
        for (var time :
                new Object[] {AT, AT.atZone(shanghai), AT.atZone(shanghai).toOffsetDateTime()})
            assertThat(Sentence.of("到达 %1$s", "arrived %1$s", time))
                    .isEqualTo(new Sentence("到达 2020-09-10 23:59", "arrived 2020-09-10 23:59"));
    }

    @Test
    void aTimeWithAZoneOfItsOwnStaysInThatZone() {
        assertThat(Sentence.of("%s", "%s", OffsetDateTime.parse("2020-09-10T09:05:30+09:00"))
                        .zh())
                .isEqualTo("2020-09-10 09:05");
    }

    @Test
    void aDayIsToldAsItIs() {
        assertThat(Sentence.of("%s", "%s", LocalDate.of(2020, 9, 10)).zh()).isEqualTo("2020-09-10");
    }
}
