package pingheng.story;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.rehearsal.Rehearsal;
import pingheng.rehearsal.Script;
import pingheng.result.release.Releases;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SubmissionStatus;

/** A program of its own account: opens a rehearsal, carries it to the brink of a seal or a release, or tells what is left of it. */
final class Carrying {
    private static final Instant DELIBERATED = Instant.parse("2020-12-13T02:00:00Z");
    private static final Instant IN_FORCE = Instant.parse("2020-12-25T01:00:00Z");

    private Carrying() {}

    /** {@code DATA PROVINCE open|carry|tell|propose|released} */
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
                    case "propose" -> propose(app, Path.of(args[1]));
                    case "released" -> System.out.println(released(app));
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
            case SubmissionStatus.Frozen(var freeze, var previous) ->
                "frozen " + freeze.scans().size();
            case SubmissionStatus.Submitted(var submission) ->
                app.bean(Seals.class)
                                                .frozen(own.round(), own.unit(), submission.number())
                                                .scans()
                                                .size()
                                        == 2
                                && app
                                                .bean(Ledger.class)
                                                .about(Chain.of(own.unit().code()), "submission/1", 9)
                                                .stream()
                                                .filter(entry ->
                                                        entry.told().en().contains(submission.digest()))
                                                .count()
                                        == 1
                        ? "submitted"
                        : "a seal that is not whole";
            case SubmissionStatus.Drafting _, SubmissionStatus.Supplementing _ -> "open";
        };
    }

    /** Plays everybody until the committee has deliberated, and proposes the release. */
    private static void propose(App app, Path province) {
        app.bean(Rehearsal.class).begin(province);
        var script = app.bean(Script.class);
        script.by(province, true);
        script.playTo(DELIBERATED);
        var releases = app.bean(Releases.class);
        var digest = releases.dryRun(app.round()).digest();
        releases.propose(
                app.asking(app.visitor("province")),
                new Releases.ProposedRelease(
                        "演练〔2020〕1号", LocalDate.of(2020, 12, 13), app.round().at(IN_FORCE), digest));
    }

    /** Whether the ledger holds and what was released is what was proposed, and is still what the province comes to. */
    private static String released(App app) {
        var broken = app.bean(Ledger.class).broken();
        if (!broken.isEmpty()) return "broken ledger " + broken;
        var releases = app.bean(Releases.class);
        var release = releases.decided(app.round());
        if (release.isEmpty()) return "not released";
        var digest = release.get().digest();
        boolean same = digest.equals(release.get().proposal().digest())
                && digest.equals(releases.dryRun(app.round()).digest());
        return same ? "released" : "a release that is not whole";
    }
}
