package pingheng.files;

import java.util.regex.Pattern;

/** What a vault keeps of a file: the name its bytes have, and how many they are. */
public record Stored(String sha256, long size) {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    public Stored {
        if (!isName(sha256)) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        if (size <= 0) throw new IllegalArgumentException("nothing is stored of nothing");
    }

    static boolean isName(String sha256) {
        return NAME.matcher(sha256).matches();
    }
}
