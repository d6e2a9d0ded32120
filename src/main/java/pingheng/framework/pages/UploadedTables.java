package pingheng.framework.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.multipart.MultipartFile;
import pingheng.files.Scratch;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** Tables that were uploaded together: they lie in a folder of their own while they are read. */
public record UploadedTables(List<MultipartFile> files) {
    private static final int MOST = 40;
    private static final long LARGEST = 10L << 20;

    /** A plain name that means the same on every disk. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}\\.(tsv|csv|xlsx)");

    /** Hands the folder over; refuses names that are none, what is no table, and what is too large for one. */
    public <T> T in(Function<Path, T> reading) {
        var brought = files.stream().filter(file -> !file.isEmpty()).toList();
        if (brought.isEmpty() || brought.size() > MOST)
            throw new Refused(Reason.malformed(
                    "framework.files",
                    "请选择指标体系的各个表，至多 %1$d 个文件",
                    "Choose the tables of the framework, %1$d files at most",
                    MOST));
        return Scratch.of(folder -> {
            for (var file : brought) write(file, folder);
            return reading.apply(folder);
        });
    }

    private static void write(MultipartFile file, Path folder) throws IOException {
        var name = name(file);
        if (file.getSize() > LARGEST)
            throw new Refused(
                    Place.file(name),
                    "framework.too-large",
                    new Sentence("超过 10 MB，不会是指标体系的表", "more than 10 MB: this is no table of a framework"));
        var target = folder.resolve(name);
        if (Files.exists(target))
            throw new Refused(
                    Place.file(name),
                    "framework.twice",
                    new Sentence("有两个同名文件，请只留一个", "comes twice: keep one of the two"));
        try (var in = file.getInputStream()) {
            Files.copy(in, target);
        }
    }

    /** The last step of what the browser says, some of which bring the whole path. */
    private static String name(MultipartFile file) {
        var told = String.valueOf(file.getOriginalFilename());
        var name = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        if (NAME.matcher(name).matches()) return name;
        throw new Refused(Reason.malformed(
                "framework.file-name",
                "请上传 tsv、csv 或 xlsx 文件，文件名只用文字、数字、点和横线",
                "Upload tsv, csv or xlsx files whose names are letters, digits, dots and dashes"));
    }
}
