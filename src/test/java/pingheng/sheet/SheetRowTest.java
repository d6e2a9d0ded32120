package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.problem.Findings;
import pingheng.problem.Place;

/** What is typed into a page is read as a table would be. */
class SheetRowTest {
    private final Findings findings = new Findings();

    @Test
    void invisibleMarksInANumberCountForNothing() {
        assertThat(row("\u202D235\u202C").decimal("value")).isEqualByComparingTo(new BigDecimal("235"));
        assertThat(row("２\u200B３５").decimal("value")).isEqualByComparingTo(new BigDecimal("235"));
        assertThat(findings.any()).isFalse();
    }

    @Test
    void aWordIsPlain() {
        assertThat(row("\u200Bｃｉｔｙ").word("value")).isEqualTo("city");
        assertThat(row("⺠政局").word("value")).isEqualTo("民政局");
    }

    @Test
    void aTextKeepsItsFullWidthSigns() {
        assertThat(row("　得分（一）：10²\r\n失分\u200B　").text("value")).isEqualTo("得分（一）：10²\n失分");
    }

    @Test
    void nothingButInvisibleMarksIsEmpty() {
        assertThat(row("\u200B\uFEFF　").empty("value")).isTrue();
    }

    private SheetRow row(String typed) {
        return SheetRow.typed(Place.file("page"), Map.of("value", typed), findings);
    }
}
