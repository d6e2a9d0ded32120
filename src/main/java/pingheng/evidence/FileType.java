package pingheng.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pingheng.text.Coded;

/** What evidence may be. A browser shows pictures and PDF; everything else is only handed out for download. */
public enum FileType implements Coded {
    PDF("application/pdf", true, "pdf"),
    PNG("image/png", true, "png"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    /** The fixed layout of official letters, GB/T 33190. */
    OFD("application/ofd", false, "ofd"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", false, "pptx"),
    DOC("application/msword", false, "doc"),
    XLS("application/vnd.ms-excel", false, "xls"),
    PPT("application/vnd.ms-powerpoint", false, "ppt");

    private final String mime;
    private final boolean inline;
    private final List<String> endings;

    FileType(String mime, boolean inline, String... endings) {
        this.mime = mime;
        this.inline = inline;
        this.endings = List.of(endings);
    }

    /** As the database and the ledger write it: in capitals. */
    @Override
    public String code() {
        return name();
    }

    public String mime() {
        return mime;
    }

    /** Whether a browser may show it in the page instead of handing it out. */
    public boolean inline() {
        return inline;
    }

    /** What the names of such files end in, in small letters, without the dot; the first is the usual one. */
    public List<String> endings() {
        return endings;
    }

    /** The type that names with this ending claim to be. */
    static Optional<FileType> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(type -> type.endings.contains(ending))
                .findFirst();
    }
}
