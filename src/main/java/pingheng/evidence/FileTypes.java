package pingheng.evidence;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what a document is by its content alone, and refuses what it does not know, or what its name lies about. */
public final class FileTypes {
    /** Where readers of PDF look for its beginning and its end. */
    private static final int NEAR = 1024;

    private static final String PDF = "%PDF-";
    private static final String PDF_END = "%%EOF";

    private final Bytes bytes;
    private final EvidenceRefusals refusals;

    private FileTypes(Bytes bytes, EvidenceRefusals refusals) {
        this.bytes = bytes;
        this.refusals = refusals;
    }

    /** The type of the document, which its name tells too; else it is refused. */
    public static FileType detect(FileName name, Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return detect(name, channel);
        }
    }

    /** As above; reads here and there, never the whole, and leaves the channel open. */
    public static FileType detect(FileName name, SeekableByteChannel channel) throws IOException {
        var types = new FileTypes(new Bytes(channel), new EvidenceRefusals(name));
        if (types.bytes.size() == 0) throw types.refusals.empty();

        var type = types.whole();
        if (!type.endings().contains(name.ending())) throw types.refusals.lies(type);
        return type;
    }

    private FileType whole() throws IOException {
        try {
            return type();
        } catch (Bytes.CutOff cutOff) {
            throw refusals.cutOff();
        } catch (Bytes.Broken broken) {
            throw refusals.broken();
        } catch (ZipTable.TooMuch bomb) {
            throw refusals.bomb();
        }
    }

    private FileType type() throws IOException {
        var head = bytes.head(NEAR);
        if (head.startsWith(OfficeZip.BEGINNING)) return OfficeZip.type(bytes, refusals);
        if (head.startsWith(CompoundFile.BEGINNING)) return CompoundFile.type(bytes, refusals);
        if (head.startsWith(Picture.PNG)) return alone(FileType.PNG, Picture.png(bytes));
        if (head.startsWith(Picture.JPEG)) return alone(FileType.JPEG, Picture.jpeg(bytes));
        if (!beginsPdf(head)) throw refusals.other(Content.of(head));
        if (!bytes.tail(NEAR).contains(PDF_END)) throw new Bytes.CutOff();
        return alone(FileType.PDF);
    }

    /** Some printers write a line before the PDF; what a browser or a system would take for something else is none. */
    private static boolean beginsPdf(String head) {
        int begin = head.indexOf(PDF);
        if (begin <= 0) return begin == 0;
        var before = head.substring(0, begin);
        return switch (Content.of(before)) {
            case TEXT, UNKNOWN -> !before.contains("<");
            default -> false;
        };
    }

    private FileType alone(FileType type, Picture picture) throws IOException {
        if (picture.isTooLarge()) throw refusals.picture(picture);
        return alone(type);
    }

    /** A picture that is an archive too, read from its end, is a way to bring in a program. */
    private FileType alone(FileType type) throws IOException {
        if (ZipTable.endsIn(bytes)) throw refusals.twoKinds(type);
        return type;
    }
}
