package pingheng.survey.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.page.Refusable;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.survey.Audiences;
import pingheng.survey.Samples;
import pingheng.survey.SurveyImport;

/** The samples of the survey, unit by unit, what was imported so far, and the form that imports a table. */
public record SurveyPage(
        HeldRound round,
        List<SurveyImport> imports,
        List<Samples> levels,
        @Nullable Refused refused) implements Refusable {
    public String path() {
        return "/r/" + round.code() + "/survey";
    }

    public Sentence title(String audience) {
        return Audiences.title(audience);
    }
}
