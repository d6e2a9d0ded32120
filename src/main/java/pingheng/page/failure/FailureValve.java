package pingheng.page.failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pingheng.problem.Sentence;

/** The last who can answer: for requests that never came as far as the application, and for failures of the pages of failures. */
class FailureValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(FailureValve.class);

    /** Said when not even a page can be rendered; nothing is claimed. */
    private static final Sentence WORST =
            new Sentence("系统出错，请稍后再打开原页面查看。", "Something broke on our side: open the page again in a while and look.");

    private final Failures failures;

    FailureValve(Failures failures) {
        this.failures = failures;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            answer(status, request, response, thrown);
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("the line was cut before the answer", gone);
        }
    }

    private void answer(int status, Request request, Response response, @Nullable Throwable thrown) throws IOException {
        if (request.getCoyoteRequest().getMimeHeaders().size() == 0) {
            both(Failure.MALFORMED.sentence(), response);
            return;
        }
        try {
            failures.answer(status, thrown, request, response);
        } catch (Throwable worse) {
            ExceptionUtils.handleThrowable(worse);
            LOG.error("the page of failures failed", worse);
            response.resetBuffer();
            both(WORST, response);
        }
    }

    /** In both languages, because where not even the headers could be read nobody knows which one is wanted. */
    private static void both(Sentence sentence, Response response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write("""
                <!doctype html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>评衡</title></head>
                <body><p role="alert">%s</p><p role="alert" lang="en">%s</p><p><a href="/">评衡</a></p></body></html>
                """.formatted(sentence.zh(), sentence.en()).getBytes(StandardCharsets.UTF_8));
    }
}
