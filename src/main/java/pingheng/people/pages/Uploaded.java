package pingheng.people.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.sheet.Folder;

/** A table that was uploaded: it lies in a folder of its own while it is read. */
public record Uploaded(MultipartFile file) {
    /** Reads it as the table of that name; refuses with every finding. */
    public <T> T read(String table, Function<Folder, T> reading) {
        try {
            var folder = Files.createTempDirectory("pingheng-table");
            var written = folder.resolve(table + "." + ending());
            try {
                file.transferTo(written);
                var findings = new Findings();
                var read = reading.apply(Folder.of(folder, findings));
                findings.refuse();
                return read;
            } finally {
                Files.deleteIfExists(written);
                Files.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String ending() {
        var name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        for (var ending : new String[] {"xlsx", "csv", "tsv"}) if (name.endsWith("." + ending)) return ending;
        throw new Refused(
                Reason.malformed("people.file-kind", "请上传 xlsx、csv 或 tsv 文件", "Upload an xlsx, csv or tsv file"));
    }
}
