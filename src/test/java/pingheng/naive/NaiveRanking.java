package pingheng.naive;

import static pingheng.naive.Tables.text;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ranking as the naive computation has it, in the form of {@code ranking.csv}. */
public final class NaiveRanking {
    private NaiveRanking() {}

    /** The bytes of {@code ranking.csv} for the folder of an example. */
    public static String of(Path example) throws IOException {
        var lines = new ArrayList<String[]>();
        var names = new HashMap<String, Integer>();
        var all = Tables.of(example).rows("units");
        all.forEach(unit -> names.merge(text(unit, "name"), 1, Integer::sum));
        for (var level : List.of("city", "county")) {
            if (!Files.isDirectory(example.resolve(level))) continue;
            var naive = new NaiveEvaluation(example, level);
            var totals = new HashMap<String, BigDecimal>();
            naive.units().forEach(unit -> totals.put(text(unit, "code"), naive.total(text(unit, "code"))));
            for (var unit : naive.units()) lines.add(line(unit, all, names, naive, totals));
        }
        lines.sort((a, b) -> {
            for (int column : new int[] {2, 3}) if (!a[column].equals(b[column])) return a[column].compareTo(b[column]);
            int places = Integer.compare(Integer.parseInt(a[5]), Integer.parseInt(b[5]));
            return places != 0 ? places : a[0].compareTo(b[0]);
        });
        var text = new StringBuilder("code,name,level,region,total,place,total_exact\n");
        for (var line : lines) text.append(String.join(",", line)).append('\n');
        return text.toString();
    }

    private static String[] line(
            Map<String, String> unit,
            List<Map<String, String>> all,
            Map<String, Integer> names,
            NaiveEvaluation naive,
            Map<String, BigDecimal> totals) {
        var total = totals.getOrDefault(text(unit, "code"), BigDecimal.ZERO);
        var mine = total.setScale(naive.placeDecimals(), RoundingMode.HALF_UP);
        long better = naive.units().stream()
                .filter(other -> text(other, "region").equals(text(unit, "region")))
                .map(other -> totals.getOrDefault(text(other, "code"), BigDecimal.ZERO)
                        .setScale(naive.placeDecimals(), RoundingMode.HALF_UP))
                .filter(other -> other.compareTo(mine) > 0)
                .count();
        var name = text(unit, "name");
        var city = all.stream()
                .filter(other -> text(other, "code").equals(text(unit, "parent")))
                .map(other -> text(other, "name"))
                .findFirst()
                .orElse("");
        boolean unclear = name.equals("城区") || names.getOrDefault(name, 0) > 1;
        return new String[] {
            text(unit, "code"),
            unclear ? city + name : name,
            text(unit, "level"),
            text(unit, "region"),
            total.setScale(2, RoundingMode.HALF_UP).toPlainString(),
            Long.toString(better + 1),
            total.toPlainString()
        };
    }
}
