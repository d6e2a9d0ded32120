package pingheng.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of one's own while something is read; nothing of it is left, however the reading ends. */
public final class Scratch {
    /** Tells whose it is where several programs share a disk. */
    private static final String PREFIX = "pingheng-" + ProcessHandle.current().pid() + "-";

    private Scratch() {}

    /** What is done in the folder. */
    public interface Reading<T> {
        T in(Path folder) throws IOException;
    }

    public static <T> T of(Reading<T> reading) {
        try {
            var folder = Files.createTempDirectory(PREFIX);
            try {
                return reading.in(folder);
            } finally {
                clear(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }
}
