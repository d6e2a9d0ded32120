package pingheng.page.failure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import pingheng.page.WriteOutcome;
import pingheng.problem.Reason;

/**
 * The sentences for what no rule refused: what failed, what is known of the data, and the way out.
 *
 * @param look the address at which one can see what became of the request; empty where nothing can have
 */
record Failure(Reason reason, int status, String look) {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BROKEN = 500;

    static final Reason MALFORMED = Reason.malformed(
            "page.malformed",
            "这个请求不合规范，没有受理：地址、请求头或内容有误，或者太长；请回到工作台重新进入",
            "This request is malformed and was not taken: its address, a header or its content is wrong or too long;"
                    + " go in again from your desk");

    private static final Reason METHOD = Reason.malformed(
            "page.method", "这个地址不支持这种请求，没有受理", "This address does not take requests of this kind; it was not taken");

    /** By the status that the container, or a library on the way to our handlers, has refused the request with. */
    private static final Map<Integer, Reason> REFUSED = Map.of(
            FORBIDDEN,
            Reason.forbidden(
                    "page.token",
                    "没有受理：这个页面已经过期；请先复制写好的内容，再刷新原页面重新提交",
                    "This was not taken, because the page is too old: copy what you have written, load the page again and send it again"),
            NOT_FOUND,
            Reason.unknown(),
            405,
            METHOD,
            501,
            METHOD,
            406,
            Reason.malformed("page.accept", "不能以所要的格式回答", "There is no answer in the format asked for"),
            413,
            Reason.malformed(
                    "files.too-large",
                    "提交的内容太大，没有受理：文件至多 100 MB，文字至多 2 MB；请压缩、拆分后再提交",
                    "This is too large and was not taken: files of 100 MB, texts of 2 MB at most; compress or split it"),
            415,
            Reason.malformed("page.media", "不收这种格式的内容，没有受理", "Content of this format is not taken"));

    /** A refusal before any handler of ours was asked. */
    static Failure refused(int status) {
        return new Failure(REFUSED.getOrDefault(status, MALFORMED), status < BAD_REQUEST ? BAD_REQUEST : status, "");
    }

    /** A fault of ours: a number to find it by, what is known of the data, and for a program the address to read. */
    static Failure broken(HttpServletRequest request, String number, String look) {
        var outcome = WriteOutcome.of(request);
        return look.isEmpty() || outcome == WriteOutcome.NOTHING
                ? new Failure(told(request, number), BROKEN, "")
                : new Failure(told(outcome, number, look), BROKEN, look);
    }

    /** As it was sent: the container asks for the page of errors by GET. */
    static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String sent ? sent : request.getMethod();
    }

    /** To a program, which opens no page. */
    private static Reason told(WriteOutcome outcome, String number, String look) {
        return outcome == WriteOutcome.WRITTEN
                ? Reason.conflict(
                        "page.partly-saved",
                        "系统出错，已记录，编号 %1$s；出错之前已有内容保存：请先用 GET 读取 %2$s，缺什么再补什么",
                        "Something broke on our side and is noted under %1$s; before it did, something was saved: read %2$s by GET and"
                                + " see what is missing",
                        number,
                        look)
                : Reason.conflict(
                        "page.unclear",
                        "与数据库的连接中断，已记录，编号 %1$s；不能确定这次提交是否已经保存：请先用 GET 读取 %2$s，没有保存再重新提交",
                        "The connection to the database broke, noted under %1$s; we do not know whether what you sent was saved: read"
                                + " %2$s by GET, and send it again only if it is not there",
                        number,
                        look);
    }

    private static Reason told(HttpServletRequest request, String number) {
        var outcome = WriteOutcome.of(request);
        if (outcome == WriteOutcome.NOTHING && method(request).matches("GET|HEAD"))
            return Reason.conflict(
                    "page.broken",
                    "系统出错，已记录，编号 %1$s；您只是打开页面，数据没有因此改变；请稍后再打开一次",
                    "Something broke on our side and is noted under %1$s; you only opened a page, which changes nothing: open it again in"
                            + " a while",
                    number);
        return switch (outcome) {
            case NOTHING ->
                Reason.conflict(
                        "page.not-saved",
                        "系统出错，已记录，编号 %1$s；这次提交没有保存，请稍后再提交一次",
                        "Something broke on our side and is noted under %1$s; what you sent was not saved: send it again in a while",
                        number);
            case WRITTEN ->
                Reason.conflict(
                        "page.partly-saved",
                        "系统出错，已记录，编号 %1$s；出错之前已有内容保存：请先打开原页面查看，缺什么再补什么",
                        "Something broke on our side and is noted under %1$s; before it did, something was saved: open the page again"
                                + " and see what is missing",
                        number);
            case UNCLEAR ->
                Reason.conflict(
                        "page.unclear",
                        "与数据库的连接中断，已记录，编号 %1$s；不能确定这次提交是否已经保存：请先打开原页面查看，没有保存再重新提交",
                        "The connection to the database broke, noted under %1$s; we do not know whether what you sent was saved: open"
                                + " the page again and look, and send it again only if it is not there",
                        number);
        };
    }
}
