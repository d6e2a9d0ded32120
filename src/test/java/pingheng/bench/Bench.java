package pingheng.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints one line a figure: name, value, unit, goal, and the value as a share of the goal. */
public final class Bench {
    private static final Map<String, Double> GOALS = Map.of("scoredAndRanked 122", 5.0, "scoredAndRanked 2843", 100.0);
    private static final double FLAT_WITHIN = 1.2;

    private Bench() {}

    public static void main(String[] args) throws RunnerException {
        var scores = new HashMap<String, Double>();
        for (var result : run("scoredAndRanked", 3, "122", "2843")) print(result, scores);
        for (var result : run("scoredAndRanked", 5, "28430")) print(result, scores);
        for (var result : run("derived", 3, "122", "2843")) print(result, scores);
        flat(scores);
    }

    private static Collection<RunResult> run(String benchmark, int seconds, String... counties) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(ScoringBench.class.getSimpleName() + "\\." + benchmark + "$")
                        .param("counties", counties)
                        .forks(1)
                        .jvmArgsAppend("-Xms10g", "-Xmx10g", "-Xmn8g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(seconds))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static void print(RunResult result, Map<String, Double> scores) {
        var name =
                result.getPrimaryResult().getLabel() + " " + result.getParams().getParam("counties");
        double score = result.getPrimaryResult().getScore();
        scores.put(name, score);
        line(name + " x 57", score, "ms", GOALS.get(name));
    }

    /** The cost of a county with few and with many others; the goal is that it stays within a fifth. */
    private static void flat(Map<String, Double> scores) {
        double[] costs = {122, 2843, 28430};
        for (int i = 0; i < costs.length; i++) {
            double counties = costs[i];
            costs[i] = scores.getOrDefault("scoredAndRanked " + (int) counties, Double.NaN) / counties * 1000;
            line("cost of a county among " + (int) counties, costs[i], "us", null);
        }
        double most = Math.max(costs[0], Math.max(costs[1], costs[2]));
        double least = Math.min(costs[0], Math.min(costs[1], costs[2]));
        line("cost of a county, most / least", most / least, "ratio", FLAT_WITHIN);
    }

    private static void line(String name, double value, String unit, @org.jspecify.annotations.Nullable Double goal) {
        var against = goal == null ? "-\t-" : String.format(Locale.ROOT, "%.1f\t%.2f", goal, value / goal);
        System.out.printf(Locale.ROOT, "%s\t%.3f\t%s\t%s%n", name, value, unit, against);
    }
}
