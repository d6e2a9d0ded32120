package pingheng.survey.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
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
        @Nullable Refused refused) implements Page {
    @Override
    public int status() {
        return refused == null ? 200 : refused.reason().kind().status();
    }

    public String path() {
        return "/r/" + round.code() + "/survey";
    }

    public Sentence title(String audience) {
        return Audiences.title(audience);
    }
}
