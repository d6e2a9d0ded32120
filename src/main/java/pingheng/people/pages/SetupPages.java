package pingheng.people.pages;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.UnitSheet;
import pingheng.people.account.Wording;
import pingheng.people.setup.Founding;
import pingheng.people.setup.Setup;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.Login;

/** The page behind the set-up link. */
@Controller
class SetupPages {
    private final Setup setup;

    SetupPages(Setup setup) {
        this.setup = setup;
    }

    @GetMapping("/setup/{token}")
    Page form(@PathVariable String token) {
        Refused.on(setup.whyNotOpen(token));
        return new SetupPage(token, new SetupPage.Typed("", "", "", ""), null, List.of());
    }

    @PostMapping("/setup/{token}")
    Object open(
            @PathVariable String token,
            @RequestParam String code,
            @RequestParam String province,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam String again,
            @RequestParam MultipartFile file) {
        Refused.on(setup.whyNotOpen(token));
        var findings = new Findings();
        var typed = new SetupPage.Typed(code, province, login, name);
        try {
            if (!password.equals(again))
                throw new Refused(Reason.malformed("people.password-differs", "两次输入的密码不同", "The two passwords differ"));
            setup.open(
                    token,
                    new Founding(
                            Founding.province(code, province),
                            new Uploaded(file)
                                    .read("units", findings, UnitSheet::read)
                                    .all(),
                            Login.of(Wording.login(login)).orElseThrow(() -> new Refused(Wording.noLogin(login))),
                            name.strip(),
                            password));
        } catch (Refused refused) {
            if (refused.reason().kind() != Reason.Kind.MALFORMED) throw refused;
            return new SetupPage(token, typed, refused.reason().sentence(), refused.findings());
        }
        Rendering.tell(findings.after(new Sentence("系统已启用，请登录", "The system is open: sign in")));
        return "redirect:/sign-in";
    }
}
