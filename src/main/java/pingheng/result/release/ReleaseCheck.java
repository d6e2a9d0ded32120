package pingheng.result.release;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.digest.Sha256;
import pingheng.ledger.Ledger;
import pingheng.result.file.ResultFile;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.value.UnitCode;

/**
 * Every release: the stored result has the digest that was proposed, confirmed and entered into the ledger, and the released rows and
 * the ranking say what it says. Nothing is evaluated anew.
 */
@Service
class ReleaseCheck implements Check {
    private final ReleaseStore store;
    private final Rounds rounds;
    private final Ledger ledger;

    ReleaseCheck(ReleaseStore store, Rounds rounds, Ledger ledger) {
        this.store = store;
        this.rounds = rounds;
        this.ledger = ledger;
    }

    @Override
    public void run(Mismatches mismatches) {
        for (var round : rounds.all()) store.release(round).ifPresent(release -> release(round, release, mismatches));
    }

    private void release(HeldRound round, Release release, Mismatches mismatches) {
        var row = "release %s ".formatted(round.code());
        var result = store.result(round);
        boolean whole = mismatches.same(Kind.RELEASED, null, row + "digest", Sha256.of(result), release.digest());
        mismatches.same(
                Kind.RELEASED,
                null,
                "release_proposal %s digest".formatted(release.proposal().id().number()),
                release.digest(),
                release.proposal().digest());
        mismatches.there(
                Kind.RELEASED,
                null,
                null,
                row + "ledger",
                release.digest(),
                ledger.named(Release.VERB).stream()
                        .anyMatch(named -> named.digest().equals(release.digest())));
        if (whole) rows(round, ResultFile.read(result), mismatches);
    }

    private void rows(HeldRound round, ResultFile result, Mismatches mismatches) {
        var ranking = ranking(round);
        var released = new HashMap<UnitCode, Release.OfUnit>();
        store.units(round).forEach(unit -> released.put(unit.unit(), unit));
        for (var level : result.levels())
            for (var unit : level.units()) {
                mismatches.same(
                        Kind.RELEASED,
                        unit.code(),
                        "released_unit %s name, level, region, place, total".formatted(round.code()),
                        told(unit.name(), level.level(), unit.region(), placed(unit.place(), total(unit))),
                        told(released.remove(unit.code())));
                mismatches.same(
                        Kind.RELEASED,
                        unit.code(),
                        "release %s ranking place, total".formatted(round.code()),
                        placed(unit.place(), total(unit)),
                        ranking.getOrDefault(unit.code().text(), Mismatches.NONE));
            }
        for (var code : released.keySet())
            mismatches.same(
                    Kind.RELEASED, code, "released_unit %s".formatted(round.code()), Mismatches.NONE, code.text());
    }

    private static @Nullable BigDecimal total(ResultFile.OfUnit unit) {
        var total = unit.total();
        return total == null ? null : total.value();
    }

    private static String told(Release.@Nullable OfUnit unit) {
        return unit == null
                ? Mismatches.NONE
                : told(unit.name(), unit.level().code(), unit.region(), placed(unit.place(), unit.total()));
    }

    private static String told(String name, String level, String region, String placed) {
        return String.join(" ", name, level, region, placed);
    }

    private static String placed(@Nullable Integer place, @Nullable BigDecimal total) {
        return (place == null ? "" : place.toString())
                + ","
                + (total == null ? "" : total.stripTrailingZeros().toPlainString());
    }

    /** Place and exact total by the code of the unit, as the last fields of the lines of {@code ranking.csv}. */
    private Map<String, String> ranking(HeldRound round) {
        var ranking = new HashMap<String, String>();
        for (var line : store.ranking(round).lines().skip(1).toList()) {
            var code = line.substring(0, line.indexOf(','));
            var before = line.substring(0, line.lastIndexOf(','));
            var place = before.substring(before.lastIndexOf(',') + 1);
            var total = line.substring(line.lastIndexOf(',') + 1);
            ranking.put(code, place + "," + (total.isEmpty() ? "" : plain(total)));
        }
        return ranking;
    }

    /** Something else than a number is told as it stands there. */
    private static String plain(String total) {
        return total.matches("[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(total).stripTrailingZeros().toPlainString()
                : total;
    }
}
