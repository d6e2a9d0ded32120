package pingheng.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

class DrawTest {
    private static final List<Unit> UNITS =
            List.of(unit("440103", "珠三角"), unit("440104", "珠三角"), unit("440105", "珠三角"), unit("440203", "粤北"));

    @Test
    void aHashIsWhatAnyCalculatorOfSha256Says() {
        // printf '%s' '2020-A|GD-2020|440103' | sha256sum
        assertThat(new Draw(new RoundCode("GD-2020"), "2020-A").hash(UNITS.getFirst()))
                .isEqualTo("169e221a522c9d6708a5634c8623563470cc0ee5bde8db988e4e21a628e99742");
    }

    @Test
    void withinAStratumTheFirstSoManyInAscendingOrderAreDrawn() {
        var placed = new Draw(new RoundCode("GD-2020"), "2020-A").of(Stratum.of(UNITS), Map.of("county/珠三角", 2));

        assertThat(placed).hasSize(4);
        var delta = placed.subList(0, 3);
        assertThat(delta).extracting(Draw.Placed::hash).isSorted();
        assertThat(delta).extracting(Draw.Placed::position).containsExactly(1, 2, 3);
        assertThat(delta).extracting(Draw.Placed::drawn).containsExactly(true, true, false);
        assertThat(placed.getLast().drawn())
                .as("nothing was asked of this stratum")
                .isFalse();
    }

    @Test
    void theOrderOfTheListAndOtherStrataDoNotMatterTheSeedDoes() {
        var draw = new Draw(new RoundCode("GD-2020"), "2020-A");
        var whole = draw.of(Stratum.of(UNITS), Map.of("county/珠三角", 1));

        assertThat(draw.of(Stratum.of(UNITS.reversed().subList(1, 4)), Map.of("county/珠三角", 1)))
                .isEqualTo(whole.subList(0, 3));
        assertThat(new Draw(new RoundCode("GD-2020"), "2020-B").hash(UNITS.getFirst()))
                .isNotEqualTo(draw.hash(UNITS.getFirst()));
        assertThat(new Draw(new RoundCode("GD-2021"), "2020-A").hash(UNITS.getFirst()))
                .isNotEqualTo(draw.hash(UNITS.getFirst()));
    }

    private static Unit unit(String code, String region) {
        return new Unit(new UnitCode(code), code, Level.COUNTY, new UnitCode("440100"), region);
    }
}
