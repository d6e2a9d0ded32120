package pingheng.framework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pingheng.framework.formula.Exact;
import pingheng.framework.rule.PointRule;
import pingheng.problem.Sentence;
import pingheng.text.Coded;
import pingheng.value.PointCode;

/** An observation point 观测点: what is looked at, how it is scored, and which kinds of department answer for it. */
public record Point(
        PointCode code,
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
    public enum Kind implements Coded {
        QUALITATIVE("定性"),
        QUANTITATIVE("定量");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        @Override
        public List<String> names() {
            return List.of(zh);
        }

        /** As a person writes it in a table: by its code, in small or capital letters, or its name. */
        public static Optional<Kind> written(String text) {
            return Coded.called(Kind.class, text.toLowerCase(Locale.ROOT));
        }

        public String zh() {
            return zh;
        }
    }

    /** Who brings the figures and marks of a point: the county and its reviewers, the survey, or the committee. */
    public enum ScoredBy implements Coded {
        COUNTY,
        SURVEY,
        COMMITTEE;

        /** As a person writes it in a table: by its code, in small or capital letters. */
        public static Optional<ScoredBy> written(String text) {
            return Coded.called(ScoredBy.class, text.toLowerCase(Locale.ROOT));
        }
    }

    /** A kind of department that answers for a point, with the note written behind it (教育承办). */
    public record Responsible(Department department, String note) {}
}
