package pingheng.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where a server of a test lies, and what is asked of it. */
final class Ground {
    private Ground() {}

    /** A folder that the account of the server can enter, unlike what a test is usually given. */
    static Path open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static Connection connection(Database database, Database.Login login) throws SQLException {
        return DriverManager.getConnection(database.url(), login.user(), login.password());
    }

    /** The first column of the rows. */
    static List<String> ask(Database database, Database.Login login, String sql) throws SQLException {
        try (var connection = connection(database, login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) all.add(rows.getString(1));
            return all;
        }
    }

    static void tell(Database database, Database.Login login, String sql) throws SQLException {
        try (var connection = connection(database, login);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The processes that stand in a folder: a server and all its workers stand in its data. */
    static List<Path> standingIn(Path folder) throws IOException {
        var standing = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : all) {
                try {
                    if (Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder)) standing.add(process);
                } catch (IOException _) {
                    // it has ended, or is none of ours
                }
            }
        }
        return standing;
    }

    /** Waits until nobody stands in the folder any more; gives who still does when the time is over. */
    static List<Path> left(Path folder, int seconds) throws IOException, InterruptedException {
        var standing = standingIn(folder);
        for (int looks = 0; looks < seconds * 20 && !standing.isEmpty(); looks++) {
            TimeUnit.MILLISECONDS.sleep(50);
            standing = standingIn(folder);
        }
        return standing;
    }
}
