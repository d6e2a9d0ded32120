package pingheng.page.form;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What somebody had typed into a form that was not taken, and the names of the files that were not kept. */
public record UnsavedInput(Map<String, String> texts, List<String> files) {
    /** Nothing. */
    public static final UnsavedInput NOTHING = new UnsavedInput(Map.of(), List.of());

    private static final String OWN = "pingheng.written.own";

    /** A file is told by its name alone, without the folders that a browser may send along. */
    public UnsavedInput {
        files = files.stream()
                .map(name -> name.replaceFirst("(?s)^.*[/\\\\]", ""))
                .toList();
    }

    /** Notes that the form was rendered for the very person who sends it: only to them their text is given back. */
    public static void own(HttpServletRequest request) {
        request.setAttribute(OWN, true);
    }

    /** What is given back to whoever sends the request: nothing unless the form was theirs. */
    public static UnsavedInput of(HttpServletRequest request) {
        if (request.getAttribute(OWN) == null) return NOTHING;
        try {
            return new UnsavedInput(texts(request.getParameterMap()), files(request));
        } catch (IllegalStateException tooLarge) {
            return NOTHING; // a form that could not be taken in has no fields
        }
    }

    /** The names of the files of a form that was taken in, or of one that has none. */
    private static List<String> files(HttpServletRequest request) {
        if (!Hidden.upload(request)) return List.of();
        try {
            return request.getParts().stream()
                    .map(Part::getSubmittedFileName)
                    .filter(name -> name != null && !name.isEmpty())
                    .toList();
        } catch (IOException | ServletException | IllegalStateException brokenOff) {
            return List.of();
        }
    }

    public boolean isEmpty() {
        return texts.isEmpty() && files.isEmpty();
    }

    /** The texts of a form, be they as short as 不同意; no password, no token, no digest. */
    public static Map<String, String> texts(Map<String, String[]> fields) {
        var texts = new TreeMap<String, String>();
        fields.forEach((name, values) -> {
            var text = String.join("\n", values);
            if (!name.startsWith("_")
                    && !name.matches("password|again|slip")
                    && (text.length() > 4 || !text.chars().allMatch(letter -> letter < 128))
                    && !text.matches("[0-9a-f]{64}")) texts.put(name, text);
        });
        return texts;
    }
}
