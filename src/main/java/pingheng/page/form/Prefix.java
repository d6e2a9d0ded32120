package pingheng.page.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The beginning of a form with a file, as far as the first file: what was typed and what the file is called. It is read in memory, so
 * much and no more, where the whole form must not be taken in because nobody is known to have sent it.
 */
public final class Prefix {
    /** Bytes that are read at most. */
    public static final int MOST = 64 << 10;

    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private Prefix() {}

    /** What was typed into a form, of one with a file no more than its beginning; no file is taken in. */
    public static UnsavedInput written(HttpServletRequest request) throws IOException {
        return Hidden.upload(request)
                ? read(request)
                : new UnsavedInput(UnsavedInput.texts(request.getParameterMap()), List.of());
    }

    /** What was typed before the first file, and its name; what goes beyond is left out. */
    private static UnsavedInput read(HttpServletRequest request) throws IOException {
        var boundary = boundary(request);
        if (boundary.isEmpty()) return UnsavedInput.NOTHING;
        var body = new StringBuilder();
        var fields = new HashMap<String, String[]>();
        var files = new ArrayList<String>();
        var in = request.getInputStream();
        var piece = new byte[4096];
        for (int length; body.length() < MOST && (length = in.read(piece)) > 0; ) {
            body.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
            fields.clear();
            files.clear();
            if (parsed(body, "--" + boundary, fields, files)) break;
        }
        return new UnsavedInput(UnsavedInput.texts(fields), List.copyOf(files));
    }

    /** Whether the first file, or the end, is reached. */
    private static boolean parsed(
            StringBuilder body, String boundary, Map<String, String[]> fields, List<String> files) {
        int at = body.indexOf(boundary);
        while (at >= 0) {
            int head = at + boundary.length();
            if (body.length() >= head + 2 && body.substring(head, head + 2).equals("--")) return true;
            int text = body.indexOf(END_OF_HEAD, head);
            if (text < 0) return false;
            var said = body.substring(head, text);
            var file = FILE.matcher(said);
            if (file.find()) {
                if (!file.group(1).isEmpty()) files.add(utf8(file.group(1)));
                return true;
            }
            int next = body.indexOf("\r\n" + boundary, text + END_OF_HEAD.length());
            if (next < 0) return false;
            var name = NAME.matcher(said);
            if (name.find())
                fields.put(utf8(name.group(1)), new String[] {utf8(body.substring(text + END_OF_HEAD.length(), next))});
            at = next + 2;
        }
        return false;
    }

    private static String boundary(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType());
        int at = type.indexOf("boundary=");
        return at < 0 ? "" : type.substring(at + 9).replaceFirst(";.*$", "").replace("\"", "");
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
