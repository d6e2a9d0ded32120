package pingheng.people.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.People;
import pingheng.people.Visitor;
import pingheng.people.account.Accounts;
import pingheng.people.acts.Entrance;
import pingheng.people.acts.Unsent;
import pingheng.people.acts.VisitorArgument;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.PostId;

@Controller
class SignInPages {
    private final Accounts accounts;
    private final People people;
    private final Entrance entrance;
    private final Unsent unsent;

    SignInPages(Accounts accounts, People people, Entrance entrance, Unsent unsent) {
        this.accounts = accounts;
        this.people = people;
        this.entrance = entrance;
        this.unsent = unsent;
    }

    @GetMapping("/sign-in")
    SignInPage signIn(@RequestParam(required = false) @Nullable String wrong, HttpServletRequest request) {
        return new SignInPage(wrong != null, unsent.waits(request), accounts.cast());
    }

    /** In a rehearsal the cast signs in by a click; anybody else, and any other mode, is unknown here. */
    @PostMapping("/rehearsal/sign-in")
    String rehearse(@RequestParam String login, HttpServletRequest request, HttpServletResponse response) {
        if (accounts.cast().stream().noneMatch(cast -> cast.login().text().equals(login)))
            throw new Refused(Reason.unknown());

        var signedIn = accounts.signedIn(login).orElseThrow(() -> new Refused(Reason.unknown()));
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, "", java.util.List.of()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return "redirect:" + entrance.after(request, response, signedIn.login());
    }

    @GetMapping("/slip")
    SlipPage slip() {
        return new SlipPage("", null);
    }

    @PostMapping("/slip")
    Object choose(
            @RequestParam String login,
            @RequestParam String slip,
            @RequestParam String password,
            @RequestParam String again) {
        try {
            if (!password.equals(again))
                throw new Refused(Reason.malformed("people.password-differs", "两次输入的密码不同", "The two passwords differ"));
            accounts.choose(login, slip, password);
        } catch (Refused refused) {
            return new SlipPage(login, refused.reason().sentence());
        }
        Rendering.tell(new Sentence("密码已设定，请登录", "Your password is set: sign in with it"));
        return "redirect:/sign-in";
    }

    @GetMapping("/posts")
    Page posts(Visitor visitor) {
        return new PostsPage(visitor, people.held(visitor.login()));
    }

    /** Only a post that the person holds; it is looked up again at every request. */
    @PostMapping("/posts")
    String act(Visitor visitor, @RequestParam PostId post, HttpServletRequest request) {
        if (people.held(visitor.login()).stream().noneMatch(held -> held.id().equals(post)))
            throw new Refused(Reason.unknown());
        request.getSession().setAttribute(VisitorArgument.POST, post);
        return "redirect:/";
    }
}
