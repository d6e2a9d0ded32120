package pingheng.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** Bytes over a line to the server, as no decent browser would send them, and what comes back. */
final class Wire {
    private static final int PATIENCE = 20_000;

    private Wire() {}

    /** What came back: status line, headers and body; nothing at all where the line was cut without an answer. */
    record Answer(String head, String body) {
        int status() {
            return head.matches("(?s)HTTP/1\\.1 [0-9]{3}.*") ? Integer.parseInt(head.substring(9, 12)) : 0;
        }

        String header(String name) {
            for (var line : head.split("\r\n"))
                if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    return line.substring(name.length() + 1).strip();
            return "";
        }
    }

    static Answer send(int port, byte[] request) {
        return send(port, new ByteArrayInputStream(request));
    }

    /** Sends all of it before it looks at the answer. */
    static Answer send(int port, InputStream request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            request.transferTo(socket.getOutputStream());
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return read(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        in.transferTo(bytes);
        var whole = bytes.toString(ISO_8859_1);
        int end = whole.indexOf("\r\n\r\n");
        if (end < 0) return new Answer(whole, "");
        var head = whole.substring(0, end);
        var body = whole.substring(end + 4).getBytes(ISO_8859_1);
        var answer = new Answer(head, new String(body, UTF_8));
        return answer.header("Transfer-Encoding").equals("chunked") ? new Answer(head, dechunked(body)) : answer;
    }

    private static String dechunked(byte[] chunks) {
        var body = new ByteArrayOutputStream();
        var text = new String(chunks, ISO_8859_1);
        int at = 0;
        while (at < text.length()) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line), 16);
            body.write(chunks, line + 2, size);
            at = line + 2 + size + 2;
            if (size == 0) break;
        }
        return body.toString(UTF_8);
    }
}
