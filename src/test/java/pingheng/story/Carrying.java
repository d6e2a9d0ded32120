package pingheng.story;

import java.nio.file.Path;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;
import pingheng.ledger.Ledger;
import pingheng.rehearsal.Rehearsal;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.Standing;

/** A program of its own account: opens a rehearsal, carries its county to the brink of the seal, or tells what is left of it. */
final class Carrying {
    private Carrying() {}

    /** {@code DATA PROVINCE open|carry|tell} */
    public static void main(String[] args) throws Exception {
        var data = Path.of(args[0]);
        try (var postgres = EmbeddedPostgres.start(data)) {
            Schema.bringUpToDate(postgres.database());
            try (var app = App.on(postgres.database(), data)) {
                switch (args[2]) {
                    case "open" -> {
                        app.bean(Rehearsal.class).open(Path.of(args[1]));
                        app.assigned();
                    }
                    case "carry" -> Carried.upTo(app, Carried.Step.SCANNED, Path.of(args[1]));
                    case "tell" -> System.out.println(told(app));
                    default -> throw new IllegalArgumentException(args[2]);
                }
            }
        }
    }

    /** Whether the ledger holds, and where the county stands; a seal that is not whole is told. */
    private static String told(App app) {
        var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
        var broken = app.bean(Ledger.class).broken();
        if (!broken.isEmpty()) return "broken ledger " + broken;
        return switch (own.standing()) {
            case Standing.Frozen(var freeze, var previous) ->
                "frozen " + freeze.scans().size();
            case Standing.Submitted(var submission) ->
                app.bean(Seals.class).frozen(own, submission.number()).scans().size() == 2
                                && app.bean(Ledger.class).about(own.unit().code(), "submission/1", 9).stream()
                                                .filter(entry ->
                                                        entry.told().en().contains(submission.digest()))
                                                .count()
                                        == 1
                        ? "submitted"
                        : "a seal that is not whole";
            case Standing.Drafting _, Standing.Supplementing _ -> "open";
        };
    }
}
