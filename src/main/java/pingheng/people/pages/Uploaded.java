package pingheng.people.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;
import pingheng.files.Scratch;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.sheet.Folder;

/** A table that was uploaded: it lies in a folder of its own while it is read. What it is its content says, whatever its name. */
public record Uploaded(MultipartFile file) {
    private static final int ENOUGH = 1 << 14;

    /** Reads it as the table of that name; refuses with every finding. What else was noticed is noted there. */
    public <T> T read(String table, Findings findings, Function<Folder, T> reading) {
        return Scratch.of(folder -> {
            var written = folder.resolve("uploaded");
            file.transferTo(written);
            Files.move(written, folder.resolve(table + "." + ending(written)));
            var read = reading.apply(Folder.of(folder, findings));
            findings.refuse();
            return read;
        });
    }

    private static String ending(Path file) throws IOException {
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(ENOUGH);
        }
        var text = new String(first, StandardCharsets.ISO_8859_1);
        // an old workbook is told as such by whoever reads it, and so is a text in UTF-16
        if (text.startsWith("PK") || text.startsWith("\u00D0\u00CF")) return "xlsx";
        boolean utf16 = text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF");
        if (text.isEmpty() || !utf16 && text.indexOf('\0') >= 0)
            throw new Refused(
                    Reason.malformed("people.file-kind", "请上传 xlsx、csv 或 tsv 文件", "Upload an xlsx, csv or tsv file"));
        return text.indexOf('\t') >= 0 ? "tsv" : "csv";
    }
}
