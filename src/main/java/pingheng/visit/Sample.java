package pingheng.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.people.Level;
import pingheng.value.UnitCode;

/** The sample of a round: where its seed came from, the seed, the way it was drawn, every unit in the order of the draw. */
public record Sample(
        String source, String seed, String program, String digest, String person, Instant at, List<Line> lines) {
    /** A unit in the order of its stratum, whether it was drawn or named; and why it was named, for those who may read that. */
    public record Line(
            UnitCode unit,
            String name,
            Level level,
            String region,
            int position,
            String hash,
            boolean drawn,
            boolean named,
            @Nullable String reason) {
        public boolean visited() {
            return drawn || named;
        }
    }

    public List<Line> visited() {
        return lines.stream().filter(Line::visited).toList();
    }

    /** The line of a unit that is visited. */
    public Optional<Line> visited(UnitCode unit) {
        return lines.stream()
                .filter(line -> line.unit().equals(unit) && line.visited())
                .findFirst();
    }

    /** The list as a table: whoever has the seed can compute every line of it. */
    public String csv() {
        var text = new StringBuilder("level,region,position,code,name,sha256,drawn,named\n");
        for (var line : lines)
            text.append(String.join(
                            ",",
                            line.level().code(),
                            line.region(),
                            String.valueOf(line.position()),
                            line.unit().text(),
                            line.name(),
                            line.hash(),
                            line.drawn() ? "yes" : "no",
                            line.named() ? "yes" : "no"))
                    .append('\n');
        return text.toString();
    }
}
