package pingheng.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account of the machine that the server runs under. PostgreSQL refuses to run as root: then it runs as one that may nothing
 * else. Where there is setpriv, the kernel interrupts the server when the thread that started it ends.
 */
record Account(int number, boolean lowered, boolean bound) {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private static final int ROOT = 0;

    /** The account of this program or, for root, the one of PostgreSQL or of nobody. */
    static Account current() throws IOException {
        var mine = Files.createTempFile("pingheng", ".owner");
        try {
            int number = owner(mine);
            boolean bound = Files.isExecutable(SETPRIV);
            if (number != ROOT) return new Account(number, false, bound);
            if (!bound)
                throw new IOException("as root, Pingheng needs setpriv (util-linux) to start PostgreSQL as another");
            return new Account(named("postgres").or(() -> named("nobody")).orElseThrow(), true, true);
        } finally {
            Files.delete(mine);
        }
    }

    /** The one that owns the database already: PostgreSQL serves no files of others. What root has copied is given back. */
    Account owning(Path database) throws IOException {
        if (!Files.exists(database)) return this;
        int owner = owner(database);
        if (owner == number) return this;
        if (!lowered) throw DatabaseRefusals.otherAccount(database);
        if (owner != ROOT) return new Account(owner, true, bound);
        own(database);
        return this;
    }

    private static int owner(Path path, LinkOption... links) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", links);
    }

    /** The command as this account runs it, out of reach of the keys typed at the terminal: the program stops it, last. */
    List<String> command(List<String> command) {
        var all = new ArrayList<String>();
        if (bound) all.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "INT"));
        var number = String.valueOf(this.number);
        if (lowered) all.addAll(List.of("--reuid", number, "--regid", number, "--clear-groups"));
        if (Files.isExecutable(SETSID)) all.add(SETSID.toString());
        all.addAll(command);
        return all;
    }

    /** Gives a folder and what lies in it to the account. */
    void own(Path folder) throws IOException {
        if (!lowered) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.toList()) {
                Files.setAttribute(path, "unix:uid", number, NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", number, NOFOLLOW_LINKS);
            }
        }
    }

    /** Whether the account can enter the folder: every folder above must let it pass. */
    boolean reaches(Path folder) throws IOException {
        if (!lowered) return true;
        for (var above = folder.toAbsolutePath(); above != null; above = above.getParent())
            if (Files.exists(above) && !enters(above)) return false;
        return true;
    }

    private boolean enters(Path folder) throws IOException {
        var needed = isOther(folder) ? PosixFilePermission.OTHERS_EXECUTE : PosixFilePermission.OWNER_EXECUTE;
        return Files.getPosixFilePermissions(folder).contains(needed);
    }

    /** Whether a file or folder belongs to another one. */
    boolean isOther(Path folder) throws IOException {
        return owner(folder) != number;
    }

    /** Refuses what is not ours, unless we are root: we could not close it, and its owner could open what we close. */
    void refuseStranger(Path file) throws IOException {
        if (!lowered && isOther(file)) throw DatabaseRefusals.stranger(file);
    }

    /** Whether both belong to the same account, or there is nothing that we could do about it. */
    boolean isOf(Path folder, Path file) throws IOException {
        return !lowered || owner(file, NOFOLLOW_LINKS) == owner(folder);
    }

    /** What root has made in a folder of others is given to them, or they could not open it any more. */
    static void give(Path file, Path folder) throws IOException {
        if (owner(file, NOFOLLOW_LINKS) == ROOT && owner(folder) != ROOT)
            Files.setAttribute(file, "unix:uid", owner(folder), NOFOLLOW_LINKS);
    }

    private static Optional<Integer> named(String name) {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 2 && fields[0].equals(name))
                    .map(fields -> Integer.valueOf(fields[2]))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
