package pingheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.framework.FigureDefinition;
import pingheng.framework.FigureDefinition.Type;
import pingheng.framework.Period;
import pingheng.framework.formula.MeasureUnit;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Sentence;
import pingheng.sheet.SheetRow;
import pingheng.value.FigureCode;

class FigureReaderTest {
    @Test
    void aCountHasAnEnd() {
        assertThat(read("人", Type.COUNT, "30,000,000")).isEmpty();
        assertThat(read("人", Type.COUNT, "99,999,999")).containsExactly("figures.most");
        assertThat(read("所", Type.COUNT, "1000000")).isEmpty();
        assertThat(read("所", Type.COUNT, "１０００００１")).containsExactly("figures.most");
    }

    @Test
    void anAmountHasNone() {
        assertThat(read("万元", Type.NUMBER, "9".repeat(18))).isEmpty();
        assertThat(read("万元", Type.NUMBER, "9".repeat(19))).containsExactly("sheet.digits");
    }

    @Test
    void aCountIsWholeAndNotBelowNought() {
        assertThat(read("人", Type.COUNT, "0.5")).containsExactly("figures.whole");
        assertThat(read("人", Type.COUNT, "-1")).containsExactly("figures.sign");
    }

    private static List<String> read(String unit, Type type, String typed) {
        var findings = new Findings();
        var row = SheetRow.typed(Place.file("page"), Map.of("value", typed), findings);
        var children = new Sentence("在园幼儿总数", "children");
        var definition = new FigureDefinition(
                new FigureCode("children"),
                children,
                false,
                List.of(),
                type,
                MeasureUnit.parse(unit),
                Period.parse("2020"),
                0,
                false,
                children,
                "教育",
                null);
        FigureReader.decimal(row, "value", definition);
        return findings.kept().stream().map(one -> one.code()).toList();
    }
}
