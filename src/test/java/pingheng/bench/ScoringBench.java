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

/** Scoring and ranking as it happens once a folder has been read: every invocation begins without anything derived. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScoringBench {
    @Param({"122", "2843", "28430"})
    private int counties;

    private Evaluation read = Provinces.of(1);
    private Evaluation evaluation = read;

    @Setup(Level.Trial)
    public void read() {
        read = Provinces.of(counties);
    }

    @Setup(Level.Invocation)
    public void forget() {
        evaluation = Provinces.fresh(read);
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
