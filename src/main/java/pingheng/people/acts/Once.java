package pingheng.people.acts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.page.failure.Failures;
import pingheng.page.form.Hidden;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.Login;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries an act out once, however often it is sent. The transaction that spends the token is opened around the verb, whose own joins
 * it: either both are there, with the answer, or neither. A refusal spends nothing. What comes as a table is read before it is opened.
 */
@Component
class Once {
    /** Longer than any session: those end with the program or after hours, and only a new program forgets. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String TOKEN = "[!-~]{1,100}";
    private static final String NOTHING = "";
    private static final String SHOWN = "shown";
    private static final Pattern STATUS = Pattern.compile("([0-9]{3}) ");

    private final SpentTokenStore store;
    private final PlatformTransactionManager transactions;
    private final Clock wall;
    private final JsonMapper json;

    Once(SpentTokenStore store, PlatformTransactionManager transactions, Clock wall, JsonMapper json) {
        this.store = store;
        this.transactions = transactions;
        this.wall = wall;
        this.json = json;
    }

    @EventListener
    void forget(ApplicationReadyEvent ready) {
        store.forget(wall.instant().minus(REMEMBERED));
    }

    /** What was sent, by whom, under which token; its content is a digest. */
    record Sent(HttpServletRequest request, Login login, String token, String content) {}

    /**
     * The answer of a handler that reads first, outside of the transaction: then what it leaves to be written is the verb. What it
     * refuses spends nothing; where the token is spent, it is answered as it was.
     */
    @Nullable
    Object prepared(Sent sent, Callable<Prepared<?>> handler) throws Exception {
        if (!sent.token().matches(TOKEN)) throw new Refused(noToken());
        Prepared<?> prepared;
        try {
            prepared = handler.call();
        } catch (Refused refused) {
            if (isSpent(sent)) return again(sent);
            throw refused;
        }
        return switch (prepared) {
            case Prepared.Writes<?>(var writing) -> answer(sent, writing);
            case Prepared.Shows<?>(var page) -> isSpent(sent) ? again(sent) : page;
        };
    }

    private boolean isSpent(Sent sent) {
        return store.find(sent.login(), sent.token()).isPresent();
    }

    /** The answer of the verb, or the one given before to the same token and content; another content is refused. */
    @Nullable
    Object answer(Sent sent, Callable<? extends @Nullable Object> verb) throws Exception {
        if (!sent.token().matches(TOKEN)) throw new Refused(noToken());
        var request = sent.request();
        var told = told(request);
        var transaction = transactions.getTransaction(null);
        try {
            if (!store.spend(sent.login(), sent.token(), sent.content(), wall.instant())) {
                transactions.rollback(transaction);
                return again(sent);
            }
            var answer = verb.call();
            if (isRefused(transaction, answer)) {
                transactions.rollback(transaction);
                return answer;
            }
            store.answer(sent.login(), sent.token(), kept(request, answer), told(request));
            transactions.commit(transaction);
            return answer;
        } catch (Exception | Error failed) {
            if (!transaction.isCompleted()) transactions.rollback(transaction);
            tell(request, told);
            throw failed;
        }
    }

    /** A verb that was refused and whose form comes back, rather than thrown on. */
    private static boolean isRefused(TransactionStatus transaction, @Nullable Object answer) {
        return transaction.isRollbackOnly() || answer instanceof Page page && page.status() >= 400;
    }

    /** A page that is shown as the answer to a form may hold passwords for once: it is not kept. */
    private String kept(HttpServletRequest request, @Nullable Object answer) {
        return switch (answer) {
            case null -> NOTHING;
            case String redirect when !Failures.program(request) -> redirect;
            case Page shown -> SHOWN;
            case ResponseEntity<?> whole ->
                whole.getStatusCode().value() + " " + json.writeValueAsString(whole.getBody());
            default -> json.writeValueAsString(answer);
        };
    }

    private @Nullable Object again(Sent sent) {
        var request = sent.request();
        var spent = store.find(sent.login(), sent.token()).orElseThrow();
        if (!spent.content().equals(sent.content())) throw new Refused(another());
        if (spent.answer().equals(NOTHING)) return null;
        if (Failures.program(request)) return told(spent.answer());
        if (!spent.answer().equals(SHOWN)) {
            tell(request, spent.told());
            return spent.answer();
        }
        Rendering.tell(
                request,
                new Sentence(
                        "已经办好，没有再办一次。它的回答只显示一次，如有一次性口令没有抄下，请重发",
                        "This is done, and was not done again. Its answer is shown once: where a slip was not noted, issue a new one"));
        return "redirect:" + Hidden.at(request);
    }

    /** The answer to a program: JSON, after its status where the verb chose one. */
    private Object told(String answer) {
        var status = STATUS.matcher(answer);
        if (!status.lookingAt()) return json.readTree(answer);
        return ResponseEntity.status(Integer.parseInt(status.group(1)))
                .body(json.readTree(answer.substring(status.end())));
    }

    private static @Nullable String told(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(Rendering.TOLD);
    }

    private static void tell(HttpServletRequest request, @Nullable String told) {
        var session = request.getSession(false);
        if (session != null) session.setAttribute(Rendering.TOLD, told);
    }

    private static Reason another() {
        return Reason.conflict(
                "people.spent",
                "这张表已经用过一次，办的是别的内容。这一次没有办理；请重新打开页面再填",
                "This form was used once, for something else. This time nothing was done: open the page again");
    }

    private static Reason noToken() {
        return Reason.malformed(
                "people.token-form",
                "Idempotency-Key 须为 1 至 100 个可见的 ASCII 字符，不含空格",
                "An Idempotency-Key has 1 to 100 visible ASCII characters, no space");
    }
}
