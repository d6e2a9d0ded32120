package pingheng.result.release.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.result.release.chart.TileMap.Given;
import pingheng.result.release.chart.TileMap.Tile;
import pingheng.value.UnitCode;

class TileMapTest {
    @Test
    void tilesOfACityStandFourAbreast() {
        var city = TileMap.of(placed(6)).cities().getFirst();

        assertThat(city.tiles()).extracting(Tile::x).containsExactly(0, 80, 160, 240, 0, 80);
        assertThat(city.tiles()).extracting(Tile::y).containsExactly(0, 0, 0, 0, 60, 60);
        assertThat(city.width()).isEqualTo(320);
        assertThat(city.height()).isEqualTo(120);
    }

    @Test
    void aCityOfOneCountyIsOneTileAndOfTheFirstQuarter() {
        var city = TileMap.of(placed(1)).cities().getFirst();

        assertThat(city.width()).isEqualTo(80);
        assertThat(city.height()).isEqualTo(60);
        assertThat(city.tiles()).extracting(Tile::quarter).containsExactly(1);
    }

    @Test
    void citiesComeInTheOrderOfTheirFirstCountyEachOnce() {
        var map = TileMap.of(
                List.of(given("甲", "广州市", "珠三角", 1), given("乙", "韶关市", "粤北", 1), given("丙", "广州市", "珠三角", 2)));

        assertThat(map.cities()).extracting(TileMap.City::name).containsExactly("广州市", "韶关市");
        assertThat(map.cities().getFirst().tiles()).hasSize(2);
        assertThat(map.cities()).extracting(TileMap.City::regions).containsExactly("珠三角", "粤北");
    }

    /** 47 are placed: a quarter is 11.75 places, so it ends with the 12th, the 24th and the 36th. */
    @ParameterizedTest
    @CsvSource({"1, 1", "12, 1", "13, 2", "24, 2", "25, 3", "36, 3", "37, 4", "47, 4"})
    void theQuarterIsThatOfThePlaceAmongThePlacedOfTheRegion(int place, int quarter) {
        var all = placed(47);
        all.add(given("别处", "韶关市", "粤北", 1));
        all.add(given("未定", "广州市", "珠三角", null));

        assertThat(TileMap.of(all).cities().getFirst().tiles().get(place - 1).quarter())
                .isEqualTo(quarter);
    }

    @Test
    void aCountyWithoutAPlaceIsOfNoQuarter() {
        assertThat(TileMap.of(List.of(given("甲", "广州市", "珠三角", null)))
                        .cities()
                        .getFirst()
                        .tiles())
                .extracting(Tile::quarter)
                .containsExactly(0);
    }

    @Test
    void sharedPlacesAtTheEndStayWithinTheLastQuarter() {
        var all = List.of(given("甲", "广州市", "珠三角", 1), given("乙", "广州市", "珠三角", 1));

        assertThat(TileMap.of(all).cities().getFirst().tiles())
                .extracting(Tile::quarter)
                .containsExactly(1, 1);
    }

    @ParameterizedTest
    @CsvSource({"番禺区, 番禺区", "乳源瑶族自治县, 乳源瑶族|自治县", "连山壮族瑶族自治县, 连山壮族瑶|族自治县", "一二三四五六七八九十甲乙丙, 一二三四五六|七八九十甲…", "'', ''"})
    void aLongNameHasTwoLinesAndOneThatIsTooLongIsCut(String name, String lines) {
        assertThat(TileMap.of(List.of(given(name, "广州市", "珠三角", 1)))
                        .cities()
                        .getFirst()
                        .tiles()
                        .getFirst()
                        .name())
                .containsExactly(lines.split("\\|"));
    }

    @Test
    void withoutCountiesThereIsNoCity() {
        assertThat(TileMap.of(List.of()).cities()).isEmpty();
    }

    private static List<Given> placed(int count) {
        var all = new ArrayList<Given>();
        for (int i = 1; i <= count; i++) all.add(given("县" + i, "广州市", "珠三角", i));
        return all;
    }

    private static Given given(String name, String city, String region, @Nullable Integer place) {
        return new Given(new UnitCode("440101"), name, city, region, place, false, false);
    }
}
