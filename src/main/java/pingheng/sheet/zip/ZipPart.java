package pingheng.sheet.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import pingheng.problem.Refused;

/**
 * One part of a zip as it is unpacked. It is refused when the bytes left for the whole zip are used up, or when a text in XML is longer
 * than any cell; at its end its length and check sum must be those that the zip says.
 */
public final class ZipPart extends FilterInputStream {
    /** Bytes without a tag: the longest cell, each of its characters written as a reference, fits thrice. */
    private static final int LONGEST_RUN = 1 << 20;

    private final ZipEntry entry;
    private final Budget left;
    private final boolean xml;
    private final Supplier<Refused> refusal;
    private final CRC32 sum = new CRC32();
    private long size;
    private int run;

    private ZipPart(ZipEntry entry, InputStream in, Budget left, boolean xml, Supplier<Refused> refusal) {
        super(in);
        this.entry = entry;
        this.left = left;
        this.xml = xml;
        this.refusal = refusal;
    }

    /** Opens the part; {@code refusal} is thrown when it is too large. */
    public static ZipPart open(ZipFile zip, ZipEntry entry, Budget left, boolean xml, Supplier<Refused> refusal)
            throws IOException {
        var in = zip.getInputStream(entry);
        if (in == null) throw new IOException("a part of the zip is not there");
        return new ZipPart(entry, in, left, xml, refusal);
    }

    /** Reads what is left; throws when the whole was not what the zip says it is. */
    public void finish() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (size != entry.getSize() || sum.getValue() != entry.getCrc())
            throw new IOException("the length or the check sum of a part is wrong");
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read < 0) return read;
        boolean enough = left.bytes(read);
        size += read;
        sum.update(bytes, from, read);
        if (xml) for (int i = from; i < from + read; i++) run = bytes[i] == '<' ? 0 : run + 1;
        if (!enough || run > LONGEST_RUN) throw refusal.get();
        return read;
    }
}
