package pingheng.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A program of its own that commits row after row, and says each number after the database has said that it is committed. */
final class Committing {
    private Committing() {}

    public static void main(String[] args) throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.start(Path.of(args[0]))) {
            var owner = postgres.database().owner();
            var url = postgres.database().url();
            try (var connection = DriverManager.getConnection(url, owner.user(), owner.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table if not exists promise (number bigint primary key)");
                if (args[1].equals("commit")) commit(statement);
                else tell(statement);
            }
        }
    }

    private static void commit(java.sql.Statement statement) throws SQLException {
        for (long number = 1; ; number++) {
            statement.execute("insert into promise values (" + number + ")");
            System.out.println(number);
        }
    }

    private static void tell(java.sql.Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select number from promise order by number")) {
            while (rows.next()) System.out.println(rows.getLong(1));
        }
    }
}
