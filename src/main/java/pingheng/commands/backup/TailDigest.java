package pingheng.commands.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last 64 bytes of a backup, which are the comment of the zip, are the SHA-256 of all before them. */
final class TailDigest {
    /** What stands there until the digest is set. */
    static final String OPEN = "0".repeat(64);

    private TailDigest() {}

    /** Sets it, and forces the whole file to the disk. */
    static String set(Path file) throws IOException {
        var digest = of(file);
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length() - OPEN.length());
            out.write(digest.getBytes(US_ASCII));
            out.getFD().sync();
        }
        return digest;
    }

    /** The digest, if it is that of the file. */
    static String check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw BackupRefusals.missing(file.toString());
        if (Files.size(file) <= OPEN.length()) throw BackupRefusals.changed(file.toString());
        var digest = of(file);
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var found = new byte[OPEN.length()];
            in.seek(in.length() - found.length);
            in.readFully(found);
            if (!new String(found, US_ASCII).equals(digest)) throw BackupRefusals.changed(file.toString());
        }
        return digest;
    }

    private static String of(Path file) throws IOException {
        long length = Files.size(file) - OPEN.length();
        var digest = new Digested(OutputStream.nullOutputStream(), length);
        try (var in = Files.newInputStream(file)) {
            copy(in, digest, length);
        }
        return digest.sha256Hex();
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var buffer = new byte[64 << 10];
        for (long left = length; left > 0; ) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (read == 0) return;
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
