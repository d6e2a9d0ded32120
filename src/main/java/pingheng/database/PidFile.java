package pingheng.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file in which PostgreSQL notes how it runs on a cluster; it outlives a server that is killed. */
record PidFile(Path cluster) {
    private static final int PID = 1;
    private static final int PORT = 4;

    /** The process that serves this cluster now. */
    Optional<ProcessHandle> server() throws IOException {
        return noted().filter(this::serves);
    }

    /** Where it answers. */
    Optional<Integer> port() throws IOException {
        return server().isEmpty() ? Optional.empty() : line(PORT).map(Integer::valueOf);
    }

    /**
     * Forgets the noted process when another program has got its number since: PostgreSQL would take that for a server. A number
     * that nobody has is left to PostgreSQL, which knows better.
     */
    void forgetStranger() throws IOException {
        if (noted().filter(process -> !serves(process)).isPresent()) Files.delete(file());
    }

    private Optional<ProcessHandle> noted() throws IOException {
        return line(PID).flatMap(number -> ProcessHandle.of(Long.parseLong(number)));
    }

    /** A zombie has no command any more: it serves nothing. Where arguments cannot be seen, it may be ours. */
    private boolean serves(ProcessHandle process) {
        var info = process.info();
        var folder = cluster.toString();
        return info.command().filter(command -> command.endsWith("postgres")).isPresent()
                && info.arguments().map(List::of).orElse(List.of(folder)).contains(folder);
    }

    private Optional<String> line(int number) throws IOException {
        try {
            return Files.readAllLines(file()).stream()
                    .skip(number - 1L)
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,9}"));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
