package pingheng.people.acts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pingheng.page.Rendering;
import pingheng.page.failure.Failures;
import pingheng.page.form.Hidden;
import pingheng.page.form.UnsavedInput;
import pingheng.problem.Reason;
import pingheng.problem.Refused;

/** Asks each form whom it was rendered for, before it is read: what one had begun nobody else ends. */
@Component
class FormCheck implements HandlerInterceptor, WebMvcConfigurer {
    private final VisitorArgument visitors;
    private final Unsent unsent;

    FormCheck(@Lazy VisitorArgument visitors, Unsent unsent) {
        this.visitors = visitors;
        this.unsent = unsent;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!request.getMethod().equals("POST") || Failures.program(request)) return true;
        if (isOwn(request)) UnsavedInput.own(request);
        var act = Idempotency.of(request);
        if (act == Idempotency.DOOR) return true;

        var visitor = visitors.visitor(request);
        if (visitor.isEmpty()) return true; // told by whoever asks for the visitor
        var sender = Hidden.of(request, Hidden.SENDER);
        if (sender == null) throw incomplete();
        if (!sender.equals(visitor.get().sender()))
            throw new Refused(ofAnother(!isOwn(request) && unsent.keep(request, response)));
        if (act == Idempotency.ADDS && Idempotency.token(request).isEmpty()) throw incomplete();
        forget(request);
        return true;
    }

    /** Whether the form was rendered for the login that sends it, on whatever post; those who have not signed in are nobody both times. */
    static boolean isOwn(HttpServletRequest request) {
        return Hidden.login(request)
                .equals(VisitorArgument.signedIn()
                        .map(one -> one.login().text())
                        .orElse(""));
    }

    /** What had come back to the page is not shown there any more once something is sent from it. */
    private static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(Rendering.RETURNED) instanceof Rendering.Returned returned
                && returned.at().equals(Hidden.at(request))) session.removeAttribute(Rendering.RETURNED);
    }

    private static Reason ofAnother(boolean kept) {
        return Reason.conflict(
                "people.form-of-another",
                "这个页面打开之后换了登录或者岗位。没有办理，也没有保存；%1$s请以现在的岗位重新打开页面再办",
                "Somebody else signed in, or the post was changed, since this page was opened. Nothing was done or saved: %2$sopen"
                        + " the page again on the post of now",
                Unsent.told(kept).zh(),
                Unsent.told(kept).en());
    }

    private static Refused incomplete() {
        return new Refused(Reason.malformed(
                "page.incomplete", "提交的表单不完整，请返回重填", "The form came in incomplete: go back and send it again"));
    }
}
