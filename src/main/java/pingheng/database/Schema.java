package pingheng.database;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of the house. The owner brings them up to date; what the app may do is granted beside each table. */
public final class Schema {
    /** To these the app only adds: on them rests what is signed, sealed and proved. */
    public static final List<String> NEVER_CHANGED = List.of(
            "ledger_entry",
            "framework",
            "framework_table",
            "figure_version",
            "figure_owner",
            "school_batch",
            "answer",
            "sign_off",
            "signed_content",
            "returned",
            "submission",
            "supplement",
            "judgement",
            "confirmed_figure",
            "opinion",
            "opinion_draft",
            "release_proposal",
            "release",
            "released_unit",
            "released_aspect",
            "survey_import",
            "survey_result",
            "deliberation",
            "deliberation_member",
            "deliberation_departure",
            "deliberation_mark",
            "deliberation_minutes",
            "sample",
            "sample_unit",
            "sample_named",
            "site_finding",
            "site_record",
            "countersignature",
            "opinion_letter",
            "deficiency",
            "measure",
            "proof",
            "proof_check");

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
