package pingheng.page.failure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import pingheng.page.RefusedPage;
import pingheng.page.Rendering;
import pingheng.page.api.Problem;
import pingheng.page.api.Unreadable;
import pingheng.page.form.Fields;
import pingheng.page.form.Hidden;
import pingheng.page.form.UnsavedInput;
import pingheng.problem.Reason;
import pingheng.problem.Refused;

/** One answer to every refusal: a page for those who read, problem details (RFC 9457) for programs. */
@ControllerAdvice
class RefusalHandler {
    private final Rendering rendering;
    private final Failures failures;

    RefusalHandler(Rendering rendering, Failures failures) {
        this.rendering = rendering;
        this.failures = failures;
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reason = refused.reason();
        if (Failures.program(request))
            Problem.of(reason, reason.kind().status(), refused.findings())
                    .standing(refused.standing())
                    .write(response);
        else
            rendering.write(
                    new RefusedPage(
                            reason,
                            refused.findings(),
                            refused.count(),
                            refused.standing(),
                            UnsavedInput.of(request),
                            Hidden.back(request)),
                    request,
                    response);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    void unknown(Exception unknown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(Reason.unknown(), request, response);
    }

    /** A variable of the address that cannot be one leads nowhere; a field of a form is named. */
    @ExceptionHandler
    void mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean address = mistyped.getParameter().hasParameterAnnotation(PathVariable.class);
        var field = field(mistyped.getName(), request);
        answer(address ? Reason.unknown() : field, request, response);
    }

    /** As above, where several fields are taken as one record. */
    @ExceptionHandler
    void mistyped(BindException mistyped, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var field = mistyped.getFieldErrors().stream().findFirst().map(FieldError::getField);
        answer(field(field.orElse(""), request), request, response);
    }

    /** A program sent the field by its name; a person knows it by its label. */
    private static Reason field(String name, HttpServletRequest request) {
        return Failures.program(request) ? Unreadable.field(name) : Fields.wrong(name);
    }

    /** A body of JSON that is not what was asked for. */
    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(Unreadable.of(body), request, response);
    }

    @ExceptionHandler({HttpRequestMethodNotSupportedException.class, HttpMediaTypeException.class})
    void notLikeThis(Exception unknown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean media = Failures.program(request) && unknown instanceof HttpMediaTypeException;
        answer(media ? Unreadable.media() : Reason.unknown(), request, response);
    }

    @ExceptionHandler({ServletRequestBindingException.class, MissingServletRequestPartException.class})
    void incomplete(Exception incomplete, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                Reason.malformed(
                        "page.incomplete", "提交的表单不完整，请返回重填", "The form came in incomplete: go back and send it again"),
                request,
                response);
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(
                Reason.malformed(
                        "files.too-large",
                        "文件超过 100 MB，没有保存；请压缩、拆分后再传",
                        "The file has more than 100 MB and was not kept: compress or split it"),
                request,
                response);
    }

    @ExceptionHandler
    void brokenOff(MultipartException upload, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(
                Reason.malformed(
                        "files.broken-off",
                        "上传中断或格式不对，没有保存；请再传一次",
                        "The upload broke off or is malformed and was not kept: send it again"),
                request,
                response);
    }

    /** Two wrote the same at the same moment: each saw nothing there, and the database kept the first; of the second nothing is left. */
    @ExceptionHandler
    void twice(DuplicateKeyException twice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(
                Reason.conflict(
                        "page.at-once",
                        "同一时刻已有人登记了同样的内容，这一次没有办理；请重新打开页面查看",
                        "Somebody registered the same at the same moment; this was not carried out: open the page again"),
                request,
                response);
    }

    /** A fault of ours; what was typed is given back, and the page says what is known of it. */
    @ExceptionHandler
    void broken(Exception broken, HttpServletRequest request, HttpServletResponse response) throws IOException {
        failures.broken(broken, request, response, UnsavedInput.of(request).texts());
    }

    private void answer(Reason reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused(new Refused(reason), request, response);
    }
}
