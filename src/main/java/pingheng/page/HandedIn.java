package pingheng.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import pingheng.problem.Reason;
import pingheng.problem.Refused;

/** A table that came in through a form: a file, or what was pasted. */
public final class HandedIn {
    /** One byte more than any table may have: whoever reads it refuses it. */
    private static final int MOST = (10 << 20) + 1;

    private final String name;
    private final byte[] bytes;

    private HandedIn(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** The file, otherwise the text; refuses when there is neither. */
    public static HandedIn of(@Nullable MultipartFile file, String text) throws IOException {
        if (file == null || file.isEmpty()) {
            if (text.isBlank())
                throw new Refused(Reason.malformed("page.nothing", "请选择文件，或粘贴表格", "Choose a file or paste the table"));
            return new HandedIn("粘贴", text.getBytes(StandardCharsets.UTF_8));
        }
        try (var in = file.getInputStream()) {
            return new HandedIn(Objects.requireNonNullElse(file.getOriginalFilename(), ""), in.readNBytes(MOST));
        }
    }

    public String name() {
        return name;
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
