package pingheng.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.figure.undecided.Explanation;
import pingheng.people.Level;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.RankingFile.Line;
import pingheng.round.Round;

/** The ranking as a table for a terminal, a region at a time; Chinese characters take two columns. */
final class RankingTable {
    private static final int NAME_WIDTH = 26;

    private RankingTable() {}

    static String of(Round round, List<Line> lines) {
        var regions = new LinkedHashMap<String, List<Line>>();
        for (var line : lines)
            regions.computeIfAbsent(line.unit().level().zh() + "　" + line.unit().region(), key -> new ArrayList<>())
                    .add(line);
        var table = new StringBuilder(round.title().zh())
                .append('\n')
                .append(round.title().en())
                .append(round.official() ? "\n" : "\n复原稿·非官方  reconstruction, not official\n");
        regions.forEach((region, ranked) -> {
            table.append("\n%s（%d）%n名次  代码    %s总分%n".formatted(region, ranked.size(), padded("名称", NAME_WIDTH)));
            for (var line : ranked)
                table.append("%4s  %s  %s%s%n"
                        .formatted(
                                line.place().isEmpty() ? "—" : line.place(),
                                line.unit().code(),
                                padded(line.name(), NAME_WIDTH),
                                line.total().isEmpty() ? "未定 undecided" : "%6s".formatted(line.total())));
        });
        return table.toString();
    }

    /** Why units have no total, a line a unit; empty where all have one. */
    static String undecided(Map<Level, LevelResult> results) {
        var lines = new StringBuilder();
        for (var result : results.values()) {
            var explanation = Explanation.of(result.framework());
            for (var unit : result.units())
                unit.undecided(explanation)
                        .ifPresent(why -> lines.append(
                                "%n%s%n  %s%n  %s%n".formatted(unit.unit().name(), why.zh(), why.en())));
        }
        return lines.toString();
    }

    private static String padded(String text, int width) {
        int taken = text.codePoints().map(point -> point > 0x2E80 ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, width - taken));
    }
}
