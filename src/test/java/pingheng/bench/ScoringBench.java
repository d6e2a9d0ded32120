package pingheng.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import pingheng.result.Dossier;
import pingheng.result.Evaluation;
import pingheng.result.Evaluator;

/** Scoring and ranking as it happens once a folder has been read; an evaluation keeps nothing that was derived from it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScoringBench {
    @Param({"122", "2843", "28430"})
    private int counties;

    private Evaluation evaluation = Provinces.of(1);

    @Setup(Level.Trial)
    public void read() {
        evaluation = Provinces.of(counties);
    }

    @Benchmark
    public Object scoredAndRanked() {
        return Evaluator.evaluate(evaluation, pingheng.people.Level.COUNTY);
    }

    /** The derivation of every point of every county, too. */
    @Benchmark
    public long derived() {
        var result = Evaluator.evaluate(evaluation, pingheng.people.Level.COUNTY);
        var of = evaluation.levels().get(pingheng.people.Level.COUNTY);
        if (of == null) throw new IllegalStateException("no counties");
        return result.units().parallelStream()
                .mapToLong(unit -> Dossier.of(of, result, unit).points().size())
                .sum();
    }
}
