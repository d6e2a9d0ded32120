package pingheng.result.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import pingheng.framework.rule.Outcome;
import pingheng.json.Fixed;
import pingheng.problem.Sentence;

/** What became of a point: one of a score, that it does not apply, or why it is undecided and, in a dossier, what is lacking. */
public record WrittenOutcome(
        @Nullable Fixed score,
        @JsonProperty("not_applicable") @Nullable Boolean notApplicable,
        @Nullable Sentence undecided,
        @Nullable Sentence lacking) {
    static WrittenOutcome of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored(var score) -> new WrittenOutcome(new Fixed(score), null, null, null);
            case Outcome.NotApplicable _ -> new WrittenOutcome(null, true, null, null);
            case Outcome.Undecided(var why, var _) -> new WrittenOutcome(null, null, why, null);
        };
    }

    /** The same with what is lacking. */
    WrittenOutcome lacking(Sentence told) {
        return new WrittenOutcome(score, notApplicable, undecided, told);
    }
}
