package pingheng.page.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import pingheng.json.Json;
import pingheng.problem.Finding;
import pingheng.problem.Reason;
import pingheng.problem.StandingText;

/** Problem details (RFC 9457): the code as type, the sentence in both languages, and each finding at its place. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonProperty("detail_en") String detailEn,
        String instance,
        List<Wrong> errors,
        List<Standing> standing) {
    /** One thing wrong: the pointer to a field of the body (RFC 6901), or the place in a file that was handed in. */
    public record Wrong(
            @Nullable String pointer,
            @Nullable String place,
            @JsonProperty("place_en") @Nullable String placeEn,
            String code,
            String detail,
            @JsonProperty("detail_en") String detailEn) {
        private static Wrong of(Finding finding) {
            var file = finding.place().file();
            boolean field = file.equals("#") || file.startsWith("#/");
            return new Wrong(
                    field ? file : null,
                    field ? null : finding.place().told().zh(),
                    field ? null : finding.place().told().en(),
                    finding.code(),
                    finding.sentence().zh(),
                    finding.sentence().en());
        }
    }

    /** What stands where a text was to go. */
    public record Standing(
            String person,
            @Nullable String at,
            String text,
            @JsonProperty("text_en") String textEn) {}

    public static Problem of(Reason reason, int status, List<Finding> findings) {
        return new Problem(
                "urn:problem:" + reason.code(),
                HttpStatus.valueOf(status).getReasonPhrase(),
                status,
                reason.sentence().zh(),
                reason.sentence().en(),
                "",
                findings.stream().map(Wrong::of).toList(),
                List.of());
    }

    /** The same with the address at which one can see what became of the request; empty where it became nothing. */
    public Problem instance(String address) {
        return new Problem(type, title, status, detail, detailEn, address, errors, standing);
    }

    /** The same with what stands where a text was to go. */
    public Problem standing(List<StandingText> texts) {
        var told = texts.stream()
                .map(text -> new Standing(
                        text.who(),
                        Objects.toString(text.at(), null),
                        text.text().zh(),
                        text.text().en()))
                .toList();
        return new Problem(type, title, status, detail, detailEn, instance, errors, told);
    }

    /** Writes it as the answer. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(this));
    }
}
