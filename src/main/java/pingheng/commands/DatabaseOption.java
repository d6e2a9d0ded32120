package pingheng.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pingheng.database.Database;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.ExternalPostgres;
import pingheng.database.Schema;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** Which database the server works on: one of its own, or another by address with logins from the environment. */
final class DatabaseOption {
    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "另用 PostgreSQL：jdbc:postgresql://…，帐户在环境变量 PINGHENG_OWNER、PINGHENG_OWNER_PASSWORD、"
                            + "PINGHENG_APP、PINGHENG_APP_PASSWORD 中。 Another PostgreSQL; its two logins stand in these variables.")
    private @Nullable String url;

    /** The database, up to date; closing it stops only what is our own. */
    record Opened(Database database, @Nullable EmbeddedPostgres own) implements AutoCloseable {
        /** Whether the server is our own, whose data folder a backup is taken of. */
        boolean isOwn() {
            return own != null;
        }

        /** Where the database lies when not in the data folder. */
        Optional<Path> elsewhere() {
            return own == null ? Optional.empty() : own.elsewhere();
        }

        /** What to do when a server of our own ends without being asked to; another one is not ours to watch. */
        void whenLost(Runnable then) {
            if (own != null) own.whenLost(then);
        }

        @Override
        public void close() throws IOException {
            if (own != null) own.close();
        }
    }

    Opened open(Path data, Map<String, String> environment) throws IOException {
        if (url != null) {
            var owner = login(environment, "PINGHENG_OWNER");
            return new Opened(ExternalPostgres.at(url, owner, login(environment, "PINGHENG_APP")), null);
        }
        var own = EmbeddedPostgres.start(data);
        try {
            Schema.bringUpToDate(own.database());
            return new Opened(own.database(), own);
        } catch (RuntimeException failed) {
            own.close();
            throw failed;
        }
    }

    /** Never on the command line, which every account of the machine can read. */
    private static Database.Login login(Map<String, String> environment, String name) {
        return new Database.Login(value(environment, name), value(environment, name + "_PASSWORD"));
    }

    private static String value(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value != null && !value.isBlank()) return value;
        throw new Refused(
                Place.file(name),
                "database.environment",
                Sentence.of(
                        "没有设置这个环境变量；使用 --database 时，两个帐户及密码写在环境变量里",
                        "this variable is not set: with --database the two logins and their passwords stand in the environment"));
    }
}
