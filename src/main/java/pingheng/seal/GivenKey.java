package pingheng.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A public key as it is given on a command line. */
public final class GivenKey {
    /** Of a file in which a key stands. */
    private static final int LONGEST = 4096;

    private GivenKey() {}

    /** The key that an option names: its text, or a file in which it stands. Refuses what is neither. */
    public static SealKey of(String option) throws IOException {
        var typed = SealKey.read(option);
        if (typed.isPresent()) return typed.get();
        var file = file(option);
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) throw SealRefusals.noKey(option);
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return text.lines()
                .flatMap(line -> SealKey.read(line).stream())
                .findFirst()
                .orElseThrow(() -> SealRefusals.noKey(option));
    }

    private static Path file(String option) {
        try {
            return Path.of(option);
        } catch (InvalidPathException _) {
            throw SealRefusals.noKey(option);
        }
    }
}
