package pingheng.evidence;

import java.io.IOException;
import java.nio.ByteOrder;

/** The width and height of a picture, read from its headers; nothing is decoded. */
record Picture(long width, long height) {
    /** More on a side is no scan of a page: a browser that decodes it runs out of memory. */
    static final int MOST_PIXELS = 20_000;

    static final String PNG = "\u0089PNG\r\n\u001A\n";
    static final String JPEG = "\u00FF\u00D8\u00FF";

    private static final int MOST_PIECES = 100_000;
    private static final int FRAME = 0x49484452; // IHDR
    private static final int END = 0x49454E44; // IEND

    boolean isTooLarge() {
        return width > MOST_PIXELS || height > MOST_PIXELS;
    }

    /** From chunk to chunk, to the one that ends the picture. */
    static Picture png(Bytes bytes) throws IOException {
        var frame = bytes.at(8, 16).order(ByteOrder.BIG_ENDIAN);
        if (frame.getInt() != 13 || frame.getInt() != FRAME) throw new Bytes.Broken();
        var picture = of(frame.getInt() & 0xFFFFFFFFL, frame.getInt() & 0xFFFFFFFFL);

        long at = 8;
        for (int pieces = 0; pieces < MOST_PIECES; pieces++) {
            var chunk = bytes.at(at, 8).order(ByteOrder.BIG_ENDIAN);
            at += 12 + (chunk.getInt() & 0xFFFFFFFFL);
            if (at > bytes.size()) throw new Bytes.CutOff();
            if (chunk.getInt() == END) return picture;
        }
        throw new Bytes.Broken();
    }

    /** From segment to segment, to the one that begins the frame. */
    static Picture jpeg(Bytes bytes) throws IOException {
        long at = 2;
        for (int pieces = 0; pieces < MOST_PIECES; pieces++) {
            var segment = bytes.at(at, 4).order(ByteOrder.BIG_ENDIAN);
            if ((segment.get() & 0xFF) != 0xFF) throw new Bytes.Broken();
            int marker = segment.get() & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (isFrame(marker)) {
                var frame = bytes.at(at + 5, 4).order(ByteOrder.BIG_ENDIAN);
                int height = frame.getShort() & 0xFFFF;
                return of(frame.getShort() & 0xFFFF, height);
            }
            int length = segment.getShort() & 0xFFFF;
            if (length < 2 || marker < 0xC0 || marker == 0xDA || marker == 0xD9) throw new Bytes.Broken();
            at += 2 + length;
        }
        throw new Bytes.Broken();
    }

    /** SOF0 to SOF15, but not the tables DHT, JPG and DAC, whose numbers lie between. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Picture of(long width, long height) throws IOException {
        if (width == 0 || height == 0) throw new Bytes.Broken();
        return new Picture(width, height);
    }
}
