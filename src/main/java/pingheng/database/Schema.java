package pingheng.database;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of the house. The owner brings them up to date; what the app may do is granted beside each table. */
public final class Schema {
    /**
     * The tables whose rows the app may change or remove, each with why nothing that counts is lost by it. To every other it only adds.
     * Held against the rights themselves by {@code GrantsTest}, and against those in a database of others at each start.
     */
    public static final SortedMap<String, String> MAY_CHANGE = Collections.unmodifiableSortedMap(
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("ledger_head", "the end of each chain, which its entries tell, too"),
                            Map.entry(
                                    "person",
                                    "how a person signs in: password, slip, failures, and a hint in a rehearsal; name and sign-in name stay"),
                            Map.entry(
                                    "rehearsal_clock",
                                    "where the clock of a rehearsal stands; in production there is no row"),
                            Map.entry("setup_link", "a link is used up; what it opened is in the ledger"),
                            Map.entry(
                                    "spent_token",
                                    "the answer to a form that is sent twice, kept for a while; what it did is in the ledger"))));

    private Schema() {}

    /** Runs the migrations that have not run yet; refuses tables that a newer program has made. */
    public static void bringUpToDate(Database database) {
        var flyway = flyway(database).load();
        for (var migration : flyway.info().all())
            if (migration.getState() == MigrationState.FUTURE_SUCCESS)
                throw DatabaseRefusals.newer(String.valueOf(migration.getVersion()));
        flyway.migrate();
    }

    /** As above, on a database that is empty, up to a version; refuses one that this program does not know. */
    public static void bringUpTo(Database database, String version) {
        var known = Arrays.stream(flyway(database).load().info().all())
                .map(migration -> String.valueOf(migration.getVersion()));
        if (known.noneMatch(version::equals)) throw DatabaseRefusals.newer(version);
        flyway(database).target(version).load().migrate();
    }

    private static FluentConfiguration flyway(Database database) {
        var owner = database.owner();
        return Flyway.configure()
                .dataSource(database.url(), owner.user(), owner.password())
                .locations("classpath:schema")
                .placeholders(Map.of("app", database.app().user()));
    }
}
