package pingheng.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.people.Units;
import pingheng.result.Evaluation;
import pingheng.result.EvaluationFolder;
import pingheng.value.UnitCode;

/** The counties of the example, as many times over as needed, in regions of equal size. */
final class Provinces {
    private static final int REGION = 61;

    private Provinces() {}

    static Evaluation of(int counties) {
        var example = EvaluationFolder.read(Path.of("examples/guangdong-2020"));
        var olds = example.units(Level.COUNTY);
        var olders = new LinkedHashMap<UnitCode, UnitCode>();
        var units = new ArrayList<Unit>();
        for (int i = 0; i < counties; i++) {
            var old = olds.get(i % olds.size());
            var code = Integer.toString(100_000 + i);
            olders.put(new UnitCode(code), old.code());
            units.add(new Unit(new UnitCode(code), old.name() + i, Level.COUNTY, null, "R" + i / REGION));
        }
        return renamed(example, olders, new Units(units));
    }

    private static Evaluation renamed(Evaluation example, Map<UnitCode, UnitCode> olders, Units units) {
        var of = Objects.requireNonNull(example.levels().get(Level.COUNTY));
        var levels = new EnumMap<Level, Evaluation.OfLevel>(Level.class);
        levels.put(
                Level.COUNTY,
                new Evaluation.OfLevel(
                        of.framework(),
                        of.figures().renamed(olders),
                        of.judgements().renamed(olders),
                        of.committee().renamed(olders),
                        Map.of()));
        return new Evaluation(example.round(), units, levels);
    }
}
