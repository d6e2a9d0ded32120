package pingheng.survey.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.page.HandedIn;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.acts.Prepared;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RoundContext;
import pingheng.survey.SurveyCount;
import pingheng.survey.SurveyResults;

@Controller
@RequestMapping("/r/{round}/survey")
class SurveyPages {
    private final SurveyResults results;

    SurveyPages(SurveyResults results) {
        this.results = results;
    }

    @GetMapping
    Page show(RoundContext context) {
        Refused.on(SurveyResults.whyNotSee(context.user()));
        return page(context, null);
    }

    /** Imports a table, a file or what was pasted, in the place of the import that was seen. */
    @PostMapping
    Prepared<Object> take(
            RoundContext context,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletRequest request)
            throws IOException {
        Refused.on(SurveyResults.whyNotSee(context.user()));
        try {
            var findings = new Findings();
            var in = HandedIn.of(file, text);
            var table = results.read(context.round(), in.name(), in.open(), findings);
            return new Prepared.Writes<>(() -> replace(context, table, seen, findings));
        } catch (Refused refused) {
            return new Prepared.Shows<>(page(context, refused));
        }
    }

    private Object replace(RoundContext context, List<SurveyCount> table, int seen, Findings findings) {
        try {
            var taken = results.take(context, table, seen);
            Rendering.tell(findings.after(Sentence.of(
                    "第 %1$d 次导入：%2$d 行，摘要 %3$s",
                    "Import %1$d: %2$d rows, digest %3$s", taken.number(), table.size(), taken.digest())));
        } catch (Refused refused) {
            return page(context, refused);
        }
        return context.redirect("survey");
    }

    private SurveyPage page(RoundContext context, @Nullable Refused refused) {
        var round = context.round();
        return new SurveyPage(round, results.imports(round), results.samples(round), refused);
    }
}
