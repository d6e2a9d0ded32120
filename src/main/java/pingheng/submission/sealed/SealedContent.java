package pingheng.submission.sealed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.digest.Sha256;
import pingheng.value.PointCode;

/** The content of a self-evaluation as it was frozen, in its parts: what each point says, and the summaries. */
public record SealedContent(Map<PointCode, String> points, List<String> summaries) {
    private static final String POINT = "point\t";
    private static final String SUMMARY = "summary\t";

    public static SealedContent of(String content) {
        var points = new LinkedHashMap<PointCode, String>();
        var summaries = new ArrayList<String>();
        var open = new ArrayList<PointCode>();
        for (var line : content.lines().toList()) {
            if (line.startsWith(POINT)) open.add(new PointCode(line.substring(POINT.length())));
            if (line.startsWith(SUMMARY)) summaries.add(line.substring(line.lastIndexOf('\t') + 1));
            else if (!open.isEmpty()) points.merge(open.getLast(), line + "\n", String::concat);
        }
        return new SealedContent(points, List.copyOf(summaries));
    }

    /** The line of a manifest for each point. */
    public Map<PointCode, String> digests() {
        var digests = new LinkedHashMap<PointCode, String>();
        points.forEach((code, text) -> digests.put(code, Sha256.of(text)));
        return digests;
    }
}
