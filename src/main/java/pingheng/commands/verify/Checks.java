package pingheng.commands.verify;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import pingheng.check.Check;
import pingheng.check.Mismatches;
import pingheng.database.Sql;
import pingheng.files.Vault;
import pingheng.ledger.HeadCheck;
import pingheng.submission.check.ReceiptCheck;
import pingheng.time.Mode;
import pingheng.time.MovableClock;

/**
 * The services of the house without a server around them: no port, no page, no transaction but the one of the connection that is handed
 * in. Only what a check asks for is made.
 */
@ComponentScan(
        basePackages = {
            "pingheng.ledger",
            "pingheng.people",
            "pingheng.framework",
            "pingheng.round",
            "pingheng.duty",
            "pingheng.figure",
            "pingheng.evidence",
            "pingheng.submission",
            "pingheng.review",
            "pingheng.survey",
            "pingheng.visit",
            "pingheng.deliberation",
            "pingheng.result",
            "pingheng.rectification"
        },
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(pages|api|acts|account|setup)\\..*"),
        lazyInit = true)
final class Checks {
    private Checks() {}

    /** What is held against the data: a paper, if one is, and the key by which the data is sealed, if it is known. */
    record Held(@Nullable HeldPaper paper, @Nullable String sealKey) {}

    /** What all checks of the house find. */
    static Mismatches run(Sql db, Vault vault, Held held) {
        var mismatches = new Mismatches();
        try (var services = services(db, vault)) {
            for (var check : checks(services)) check.run(mismatches);
            switch (held.paper()) {
                case HeldPaper.OfSubmission(var receipt) ->
                    services.getBean(ReceiptCheck.class).compare(receipt, held.sealKey(), mismatches);
                case HeldPaper.OfRelease(var head) ->
                    services.getBean(HeadCheck.class).compare(head, mismatches);
                case null -> {}
            }
        }
        return mismatches;
    }

    private static AnnotationConfigApplicationContext services(Sql db, Vault vault) {
        var wall = Clock.systemUTC();
        var services = new AnnotationConfigApplicationContext();
        services.registerBean("sql", Sql.class, () -> db);
        services.registerBean("vault", Vault.class, () -> vault);
        services.registerBean("wall", Clock.class, () -> wall);
        services.registerBean("clock", MovableClock.class, () -> new MovableClock(wall));
        services.registerBean("mode", Mode.class, () -> new Mode(false));
        services.register(Checks.class, VersionsCheck.class);
        services.refresh();
        return services;
    }

    /** Lowest floor first, as they were scanned. */
    private static List<Check> checks(AnnotationConfigApplicationContext services) {
        return List.copyOf(services.getBeansOfType(Check.class).values());
    }
}
