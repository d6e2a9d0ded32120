package pingheng.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** The tables of the house. The owner brings them up to date; what the app may do is granted beside each table. */
public final class Schema {
    private Schema() {}

    /** Runs the migrations that have not run yet. */
    public static void bringUpToDate(Database database) {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:schema")
                .placeholders(Map.of("app", database.app().user()))
                .load()
                .migrate();
    }
}
