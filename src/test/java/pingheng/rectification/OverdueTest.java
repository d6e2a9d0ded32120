package pingheng.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.ProofId;
import pingheng.value.number.Version;

class OverdueTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void aLineIsOverdueFromTheDayAfterItWasDueUntilTheDayItIsClosed() {
        var items = List.of(
                item(1, "2021-03-01", null),
                item(2, "2021-03-01", "2021-03-03T15:59:59Z"),
                item(3, "2021-03-02", null));

        var overdue = Overdue.of(items, LocalDate.of(2021, 3, 4), CHINA);

        assertThat(overdue.days())
                .containsExactly(
                        new Overdue.Day(LocalDate.of(2021, 3, 2), 2),
                        new Overdue.Day(LocalDate.of(2021, 3, 3), 2), // 1 and 3; 2 was closed that evening, in China
                        new Overdue.Day(LocalDate.of(2021, 3, 4), 2));
        assertThat(overdue.changes()).hasSize(1);
    }

    @Test
    void theDayCountsInTheZoneOfTheRound() {
        var closed = List.of(item(1, "2021-03-01", "2021-03-02T16:00:00Z")); // the third in China

        assertThat(Overdue.of(closed, LocalDate.of(2021, 3, 4), CHINA).days())
                .extracting(Overdue.Day::overdue)
                .containsExactly(1L, 0L, 0L);
    }

    @Test
    void nothingIsDrawnWhereNothingWasEverOverdue() {
        assertThat(Overdue.of(List.of(), LocalDate.of(2021, 3, 4), CHINA).days())
                .isEmpty();
        assertThat(Overdue.of(List.of(item(1, "2021-03-04", null)), LocalDate.of(2021, 3, 4), CHINA)
                        .days())
                .as("due today")
                .isEmpty();
        assertThat(Overdue.of(List.of(item(1, null, null)), LocalDate.of(2021, 3, 4), CHINA)
                        .days())
                .as("no measure yet")
                .isEmpty();
    }

    @Test
    void theLineGoesInStepsOverTheWholeWidth() {
        var items = List.of(item(1, "2021-03-01", null), item(2, "2021-03-02", null));

        // two days: one is overdue on the first, two on the second, which is as high as the drawing
        assertThat(Overdue.of(items, LocalDate.of(2021, 3, 3), CHINA).path())
                .isEqualTo("M0 120 V60 H320 V0 H640 V120 Z");
    }

    private static Item item(int number, @Nullable String due, @Nullable String closed) {
        var at = Instant.parse("2021-01-04T02:00:00Z");
        var measure = due == null
                ? null
                : new Measure(new Version(1), "整改", new BodyId(1), "财政局", LocalDate.parse(due), "林晓岚", at);
        var proof = closed == null
                ? List.<Proof>of()
                : List.of(new Proof(
                        new ProofId(1),
                        "完成",
                        null,
                        "林晓岚",
                        at,
                        new Proof.Check(true, "", "谢清扬", Instant.parse(closed))));
        return new Item(new Deficiency(number, new PointCode("5.1.1"), "问题"), measure, proof);
    }
}
