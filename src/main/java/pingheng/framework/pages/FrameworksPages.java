package pingheng.framework.pages;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.framework.published.Frameworks;
import pingheng.framework.published.HandedInFramework;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.Visitor;
import pingheng.people.acts.Prepared;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

@Controller
@RequestMapping("/frameworks")
class FrameworksPages {
    private final Frameworks frameworks;

    FrameworksPages(Frameworks frameworks) {
        this.frameworks = frameworks;
    }

    @GetMapping
    Page show(Visitor visitor) {
        Refused.on(Frameworks.whyNotPublish(visitor));
        return new FrameworksPage(frameworks.all(), null);
    }

    @PostMapping
    Prepared<Object> publish(Visitor visitor, @RequestParam List<MultipartFile> file) {
        Refused.on(Frameworks.whyNotPublish(visitor));
        var findings = new Findings();
        try {
            var handedIn = new UploadedTables(file).in(folder -> HandedInFramework.in(folder, findings));
            return new Prepared.Writes<>(() -> {
                frameworks.publish(visitor, handedIn);
                Rendering.tell(findings.after(new Sentence("指标体系已发布", "The framework is published")));
                return "redirect:/frameworks";
            });
        } catch (Refused refused) {
            if (refused.reason().kind() != Reason.Kind.MALFORMED) throw refused;
            return new Prepared.Shows<>(new FrameworksPage(frameworks.all(), refused));
        }
    }
}
