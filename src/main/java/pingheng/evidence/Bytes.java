package pingheng.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Looks into a file anywhere, a little at a time. */
final class Bytes {
    private final SeekableByteChannel channel;
    private final long size;

    Bytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /** So many bytes from there, or fewer when the file ends before. */
    ByteBuffer upTo(long from, int length) throws IOException {
        var buffer = ByteBuffer.allocate(Math.clamp(size - from, 0, length));
        if (!buffer.hasRemaining()) return buffer;
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
        return buffer.flip();
    }

    /** So many bytes from there, the lowest first in each number, or {@link CutOff}. */
    ByteBuffer at(long from, int length) throws IOException {
        if (from < 0 || from > size - length) throw new CutOff();
        var buffer = upTo(from, length);
        if (buffer.remaining() < length) throw new CutOff();
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The first so many bytes, each as the letter of its number. */
    String head(int length) throws IOException {
        return letters(upTo(0, length));
    }

    String tail(int length) throws IOException {
        return letters(upTo(Math.max(0, size - length), length));
    }

    static String letters(ByteBuffer buffer) {
        return ISO_8859_1.decode(buffer).toString();
    }

    /** Something is said to be where the file has already ended. */
    static final class CutOff extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** What stands there cannot be. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;
    }
}
