package pingheng.people.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;
import pingheng.files.Scratch;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.sheet.Folder;
import pingheng.sheet.OfficeTable;

/** A table that was uploaded: it lies in a folder of its own while it is read, and is told by the name that it was sent under. */
public record Uploaded(MultipartFile file) {
    private static final int ENOUGH = 1 << 14;

    /** Reads it as the table of that name; refuses with every finding. What else was noticed is noted there. */
    public <T> T read(String table, Findings findings, Function<Folder, T> reading) {
        if (isNoTable())
            throw new Refused(
                    Reason.malformed("people.file-kind", "请上传 xlsx、csv 或 tsv 文件", "Upload an xlsx, csv or tsv file"));
        var name = name(table);
        if (file.getSize() > OfficeTable.MOST_BYTES)
            throw new Refused(
                    Place.file(name),
                    "sheet.too-large",
                    new Sentence("超过 10 MB，不是这样的表；请核对", "more than 10 MB is no such table: check the file"));
        return Scratch.of(folder -> {
            // what it is its content says: any ending will do
            file.transferTo(folder.resolve(table + ".csv"));
            var read = reading.apply(Folder.handedIn(folder, name, findings));
            findings.refuse();
            return read;
        });
    }

    /** Neither text nor workbook; an old workbook is told as such by whoever reads it, and so is a text in UTF-16. */
    private boolean isNoTable() {
        try (var in = file.getInputStream()) {
            var text = new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
            if (text.startsWith("PK") || text.startsWith("\u00D0\u00CF")) return false;
            boolean utf16 = text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF");
            return text.isEmpty() || !utf16 && text.indexOf('\0') >= 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The last step of what the browser says, some of which bring the whole path. */
    private String name(String table) {
        var name = Objects.toString(file.getOriginalFilename(), "").replaceFirst("(?s)^.*[/\\\\]", "");
        return name.isEmpty() ? table : name;
    }
}
