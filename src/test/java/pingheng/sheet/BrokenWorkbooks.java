package pingheng.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Workbooks that went wrong on their way, made out of a whole one: bytes changed or lost, parts cut off inside a tag or a text, torn
 * apart, doubled, swapped or filled with what no spreadsheet writes. The same seed makes the same workbooks.
 */
public final class BrokenWorkbooks {
    private static final List<String> HOSTILE = List.of(
            "<",
            ">",
            "&",
            "&#0;",
            "&#xD800;",
            "&amp",
            "]]>",
            "<![CDATA[",
            "<!--",
            "<?x ?>",
            "\0",
            "\u200B",
            "\u202D",
            "_x000D_",
            "１２３",
            "440113190001010000",
            "1E308",
            "-1",
            "NaN",
            "=1+1",
            "\"",
            "<c>",
            "</c>",
            "<row>",
            "</v>",
            "t=\"s\"",
            "r=\"A0\"",
            "r=\"ZZZZ9\"",
            "s=\"99\"",
            "<f>1</f>",
            "<is><t>",
            "hidden=\"1\"",
            "\uFFFE",
            "é",
            "⺠");

    private final Random random;
    private final byte[] whole;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public BrokenWorkbooks(byte[] whole, long seed) {
        this.whole = whole.clone();
        this.random = new Random(seed);
        try (var zip = ZipFile.builder().setByteArray(whole).get()) {
            for (var entry : Collections.list(zip.getEntries()))
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Another one at each call. */
    public byte[] next() {
        return switch (random.nextInt(6)) {
            case 0 -> changed();
            case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length));
            default -> zipped();
        };
    }

    private byte[] changed() {
        var bytes = whole.clone();
        for (int i = random.nextInt(1, 5); i > 0; i--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }

    /** The whole one, sound, with some words in its parts in the place of others. */
    public byte[] with(Map<String, String> words) {
        var changed = new LinkedHashMap<>(parts);
        changed.replaceAll((name, part) -> {
            var text = new String(part, StandardCharsets.UTF_8);
            for (var word : words.entrySet()) text = text.replace(word.getKey(), word.getValue());
            return text.getBytes(StandardCharsets.UTF_8);
        });
        return zipped(changed);
    }

    /** A sound zip, whose parts are not. */
    private byte[] zipped() {
        var broken = new LinkedHashMap<>(parts);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            var name = any(new ArrayList<>(broken.keySet()));
            if (random.nextInt(12) == 0 && broken.size() > 1) broken.remove(name);
            else broken.put(name, part(broken.getOrDefault(name, new byte[0])));
        }
        return zipped(broken);
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private byte[] part(byte[] part) {
        var text = new String(part, StandardCharsets.UTF_8);
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(60));
        var broken = switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, to) + text.substring(at);
            case 3 -> text.substring(0, at) + any(HOSTILE).repeat(random.nextInt(1, 4)) + text.substring(at);
            case 4 -> text.substring(0, at) + any(HOSTILE) + text.substring(to);
            default -> new String(parts.get(any(new ArrayList<>(parts.keySet()))), StandardCharsets.UTF_8);
        };
        return broken.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
