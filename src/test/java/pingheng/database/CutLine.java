package pingheng.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Between a program and its PostgreSQL. It reads messages as far as to know what changes something and when that is committed, and cuts
 * the line once, at a moment that a test has chosen; the next line holds.
 */
public final class CutLine implements AutoCloseable {
    /** When the line is cut. */
    public enum When {
        /** Before the first statement that changes something. */
        WORK,
        /** The commit is asked for and never arrives. */
        COMMIT,
        /** The commit is carried out; its answer never comes back. */
        ANSWER,
        /** The answer comes back, and then every line is cut. */
        AFTERWARDS
    }

    private static final Pattern CHANGES = Pattern.compile(
            "(insert|update|delete)\\b.*|with\\b.*\\b(insert into|update|delete from)\\b.*", Pattern.DOTALL);

    /** Not counted: the attempts to sign in, which are noted before each request of a program. */
    private static final Pattern SIGNS_IN = Pattern.compile("update person\\s+set failures\\b.*", Pattern.DOTALL);

    private static final int STARTUP = 0;
    private static final int READY = 'Z';

    private final ServerSocket door;
    private final int behind;
    private final AtomicReference<Optional<When>> armed = new AtomicReference<>(Optional.empty());
    private final AtomicInteger commits = new AtomicInteger();
    private final Queue<String> strays = new ConcurrentLinkedQueue<>();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();

    private CutLine(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Before the database of that address. */
    public static CutLine before(Database database) {
        try {
            return new CutLine(
                    URI.create(database.url().substring("jdbc:".length())).getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The database by this line; each statement is sent in words, so that they can be read here. */
    public Database to(Database database) {
        var url = database.url().replace(":" + behind + "/", ":" + door.getLocalPort() + "/");
        return new Database(
                url + (url.contains("?") ? "&" : "?") + "prepareThreshold=0&sslmode=disable&gssEncMode=disable",
                database.owner(),
                database.app());
    }

    /** Cuts at the next such moment. */
    public void arm(When when) {
        armed.set(Optional.of(when));
    }

    /** Whether the moment has come; none comes any more. */
    public boolean disarm() {
        return armed.getAndSet(Optional.empty()).isEmpty();
    }

    /** How many transactions that changed something were committed, or asked to be, since it was asked last. */
    public int commits() {
        return commits.getAndSet(0);
    }

    /** What changed something outside any transaction. */
    public Queue<String> strays() {
        return strays;
    }

    @Override
    public void close() throws IOException {
        door.close();
        lines.forEach(Line::cut);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var line = new Line(door.accept(), new Socket(InetAddress.getLoopbackAddress(), behind));
                lines.add(line);
                Thread.ofVirtual().start(line::ask);
                Thread.ofVirtual().start(line::answer);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private boolean now(When when) {
        var wanted = armed.get();
        return wanted.filter(when::equals).isPresent() && armed.compareAndSet(wanted, Optional.empty());
    }

    /** Of the protocol of PostgreSQL, both ways: a type, but for the first message, a length that counts itself, and the rest. */
    private static final class Message {
        private final int type;
        private final byte[] body;

        private Message(int type, byte[] body) {
            this.type = type;
            this.body = body;
        }

        static Message read(int type, DataInputStream in) throws IOException {
            return new Message(type, in.readNBytes(in.readInt() - 4));
        }

        void write(OutputStream out) throws IOException {
            if (type != STARTUP) out.write(type);
            out.write(ByteBuffer.allocate(4).putInt(body.length + 4).array());
            out.write(body);
        }

        /** The words of a statement that is to be parsed (they stand behind its name) or done at once; empty for any other message. */
        String statement() {
            if (type != 'P' && type != 'Q') return "";
            var words = new String(body, StandardCharsets.UTF_8);
            int from = type == 'P' ? words.indexOf('\0') + 1 : 0;
            int to = words.indexOf('\0', from);
            return words.substring(from, to < 0 ? words.length() : to).strip().toLowerCase(Locale.ROOT);
        }
    }

    /** One connection of the program. */
    private final class Line {
        private final Socket program;
        private final Socket database;
        private boolean open;
        private boolean changed;
        private volatile @Nullable When awaited;

        private Line(Socket program, Socket database) {
            this.program = program;
            this.database = database;
        }

        private void cut() {
            lines.remove(this);
            for (var socket : new Socket[] {program, database}) {
                try {
                    socket.close();
                } catch (IOException gone) {
                    // it is what was wanted
                }
            }
        }

        private void ask() {
            try (var in = new DataInputStream(new BufferedInputStream(program.getInputStream()))) {
                var out = new BufferedOutputStream(database.getOutputStream());
                for (int type = STARTUP; type >= 0; type = in.read()) {
                    var message = Message.read(type, in);
                    if (cuts(message.statement())) break;
                    message.write(out);
                    if (in.available() == 0) out.flush();
                }
            } catch (IOException gone) {
                // one of both has ended it
            }
            cut();
        }

        /** Whether the line ends before this statement. */
        private boolean cuts(String sql) {
            if (sql.startsWith("begin")) {
                open = true;
                changed = false;
            } else if (CHANGES.matcher(sql).matches() && !SIGNS_IN.matcher(sql).matches()) {
                if (now(When.WORK)) return true;
                if (!open) strays.add(sql);
                changed = true;
            } else if (sql.equals("commit") || sql.equals("rollback")) {
                open = false;
                if (!changed || sql.equals("rollback")) return false;
                commits.incrementAndGet();
                if (now(When.COMMIT)) return true;
                if (now(When.ANSWER)) awaited = When.ANSWER;
                if (now(When.AFTERWARDS)) awaited = When.AFTERWARDS;
            }
            return false;
        }

        private void answer() {
            try (var in = new DataInputStream(new BufferedInputStream(database.getInputStream()))) {
                var out = new BufferedOutputStream(program.getOutputStream(), 1 << 16);
                for (int type = in.read(); type >= 0; type = in.read()) {
                    var message = Message.read(type, in);
                    var end = type == READY ? awaited : null;
                    if (end == When.ANSWER) break;
                    message.write(out);
                    if (end == When.AFTERWARDS)
                        lines.stream().filter(line -> line != this).forEach(Line::cut);
                    if (awaited == null && in.available() == 0 || end != null) out.flush();
                    if (end != null) break;
                }
            } catch (IOException gone) {
                // one of both has ended it
            }
            cut();
        }
    }
}
