package pingheng.page.api;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.number.Version;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in words why a request cannot be read: its body as the JSON that is asked for, and where; or a field of its form. */
public final class Unreadable {
    private static final int LONGEST = 200;

    private Unreadable() {}

    public static Refused of(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case StreamConstraintsException _ ->
                new Refused(Reason.malformed(
                        "api.too-large",
                        "JSON 太大或嵌套太深：至多 1 MB、%1$d 层",
                        "The JSON is too large or too deep: 1 MB and %1$d levels at most",
                        ApiJsonConfig.DEEPEST));
            case UnrecognizedPropertyException unknown ->
                at(unknown, "api.unknown-field", "没有这个字段", "There is no such field");
            case InvalidNullException missing ->
                at(missing, "api.missing-field", "这个字段必须填写，不能是 null", "This field is required and cannot be null");
            case InputCoercionException wrong -> wrong(wrong);
            case StreamReadException broken ->
                new Refused(Reason.malformed(
                        "api.malformed",
                        "第 %1$d 行第 %2$d 列起不是有效的 JSON",
                        "From line %1$d, column %2$d this is no valid JSON",
                        broken.getLocation().getLineNr(),
                        broken.getLocation().getColumnNr()));
            case ValueInstantiationException wrong
            when wrong.getType().hasRawClass(Version.class) ->
                at(wrong, "api.version", "应为所见的版本号，首次为 0", "takes the version seen, at first 0");
            case DatabindException wrong -> wrong(wrong);
            case null, default ->
                new Refused(Reason.malformed(
                        "api.no-body", "请求要带一个完整的 JSON 对象", "The request takes one whole object of JSON"));
        };
    }

    /** For what is no JSON at all. */
    public static Reason media() {
        return Reason.malformed(
                "api.media",
                "本接口收发 application/json（文件用 multipart/form-data）",
                "This interface takes and gives application/json (multipart/form-data for files)");
    }

    /** For a field of a form that cannot be read as what it is asked for. */
    public static Reason field(String field) {
        return Reason.malformed(
                "page.field",
                "「%1$s」填写不对：数字用阿拉伯数字，日期如 2020-09-10，文字里不能有控制字符",
                "“%1$s” is not right: whole numbers in digits, days like 2020-09-10, no control characters in a text",
                field.replaceAll("[^\\p{IsAlphabetic}0-9_-]", ""));
    }

    private static Refused wrong(JacksonException wrong) {
        return at(
                wrong,
                "api.wrong-type",
                "这个字段的类型或取值不对：小数和日期写成字符串，日期如 2020-09-10",
                "This field has the wrong type or no such value: decimals and days are strings, days like 2020-09-10");
    }

    private static Refused at(JacksonException wrong, String code, String zh, String en) {
        return new Refused(Place.file(pointer(wrong)), code, new Sentence(zh, en));
    }

    /** RFC 6901, as a fragment. */
    private static String pointer(JacksonException wrong) {
        var pointer = wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("", "#", ""));
        return pointer.length() > LONGEST ? pointer.substring(0, LONGEST) + "…" : pointer;
    }
}
