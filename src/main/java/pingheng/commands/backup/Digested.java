package pingheng.commands.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import pingheng.digest.Sha256;

/** Passes bytes on, counts them and takes their SHA-256; more than so many are refused. Closing it closes nothing. */
final class Digested extends OutputStream {
    private final OutputStream out;
    private final long most;
    private final MessageDigest digest;
    private long size;

    Digested(OutputStream out, long most) {
        this.out = out;
        this.most = most;
        this.digest = Sha256.stream();
    }

    /** There are more bytes than there may be. */
    static final class TooMany extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        size += length;
        if (size > most) throw new TooMany();
        digest.update(bytes, from, length);
        out.write(bytes, from, length);
    }

    long size() {
        return size;
    }

    /** The digest of all that was written; to be asked once. */
    String sha256Hex() {
        return Sha256.told(digest);
    }
}
