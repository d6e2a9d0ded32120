package pingheng.framework;

import java.util.List;
import java.util.Optional;
import pingheng.framework.formula.Exact;
import pingheng.framework.rule.PointRule;
import pingheng.problem.Sentence;

/** An observation point 观测点: what is looked at, how it is scored, and which kinds of department answer for it. */
public record Point(
        String code,
        Sentence aspect,
        Sentence indicator,
        Sentence title,
        Kind kind,
        ScoredBy scoredBy,
        List<Responsible> lead,
        List<Responsible> cooperating,
        Sentence clause,
        String basis,
        PointRule rule) {

    public Exact points() {
        return rule.points();
    }

    /** Whether a point is judged or computed, as the framework calls it. */
    public enum Kind {
        QUALITATIVE("定性"),
        QUANTITATIVE("定量");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public static Optional<Kind> of(String text) {
            for (var kind : values())
                if (kind.zh.equals(text) || kind.name().equalsIgnoreCase(text)) return Optional.of(kind);
            return Optional.empty();
        }

        public String zh() {
            return zh;
        }
    }

    /** Who brings the figures and marks of a point: the county and its reviewers, the survey, or the committee. */
    public enum ScoredBy {
        COUNTY,
        SURVEY,
        COMMITTEE;

        public static Optional<ScoredBy> of(String text) {
            for (var by : values()) if (by.name().equalsIgnoreCase(text)) return Optional.of(by);
            return Optional.empty();
        }
    }

    /** A kind of department that answers for a point, with the note written behind it (教育承办). */
    public record Responsible(Department department, String note) {}
}
