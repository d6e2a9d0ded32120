package pingheng.rectification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pingheng.value.ProofId;

/** That something was done, in words and perhaps with a file, and what the re-check said to it. */
public record Proof(
        ProofId id,
        String text,
        @Nullable Attached file,
        String name,
        Instant at,
        @Nullable Check check) {
    /** A stored file by its SHA-256, under a name that was made safe; the size in bytes. */
    public record Attached(String sha256, String name, String type, long size) {}

    /** The re-check: accepted, or not and why. */
    public record Check(boolean accepted, String reason, String name, Instant at) {}
}
