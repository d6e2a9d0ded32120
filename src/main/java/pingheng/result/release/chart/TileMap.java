package pingheng.result.release.chart;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.value.UnitCode;

/** The counties of each city as tiles, four abreast, shaded by the quarter of their region that they are placed in. */
public record TileMap(List<City> cities) {
    public static final int WIDTH = 80;
    public static final int HEIGHT = 60;

    private static final int ABREAST = 4;
    private static final int LINE = 6;

    /** A county with its place in its region if it has one; whether it is to stand out, and whether it opens. */
    public record Given(
            UnitCode unit,
            String name,
            String city,
            String region,
            @Nullable Integer place,
            boolean mine,
            boolean opens) {}

    /** A tile: where it stands, its name in one line or two, and its quarter, the best is 1, or 0 without a place. */
    public record Tile(Given given, int x, int y, List<String> name, int quarter) {}

    /** The tiles of one city, and how large their drawing is. */
    public record City(String name, List<Tile> tiles) {
        /** The regions its counties are placed in, as a rule one. */
        public String regions() {
            return tiles.stream().map(tile -> tile.given().region()).distinct().collect(joining("、"));
        }

        public int width() {
            return Math.min(ABREAST, tiles.size()) * WIDTH;
        }

        public int height() {
            return (tiles.size() + ABREAST - 1) / ABREAST * HEIGHT;
        }
    }

    /** Cities and tiles in the order they are given. */
    public static TileMap of(List<Given> all) {
        var placed = all.stream().filter(given -> given.place() != null).collect(groupingBy(Given::region, counting()));
        var cities = new LinkedHashMap<String, List<Tile>>();
        for (var given : all) {
            var tiles = cities.computeIfAbsent(given.city(), city -> new ArrayList<>());
            tiles.add(tile(given, tiles.size(), placed));
        }
        return new TileMap(cities.entrySet().stream()
                .map(city -> new City(city.getKey(), city.getValue()))
                .toList());
    }

    private static Tile tile(Given given, int number, Map<String, Long> placed) {
        var place = given.place();
        long of = placed.getOrDefault(given.region(), 0L);
        return new Tile(
                given,
                number % ABREAST * WIDTH,
                number / ABREAST * HEIGHT,
                lines(given.name()),
                place == null ? 0 : quarter(place, of));
    }

    /** Of 8 the places 1 and 2 are the first quarter. */
    private static int quarter(int place, long of) {
        return (int) Math.min(4, 1 + (place - 1) * 4L / of);
    }

    /** In two lines of about the same length when it is too long for one. */
    private static List<String> lines(String name) {
        if (name.length() <= LINE) return List.of(name);
        if (name.length() > 2 * LINE) return List.of(name.substring(0, LINE), name.substring(LINE, 2 * LINE - 1) + "…");
        int half = (name.length() + 1) / 2;
        return List.of(name.substring(0, half), name.substring(half));
    }
}
