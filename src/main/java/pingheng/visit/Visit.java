package pingheng.visit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.framework.Framework;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.round.HeldRound;
import pingheng.round.Lock;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** The visit to one unit: who goes there, what they found, what they handed over and what the unit said to it. */
public record Visit(
        HeldRound round,
        Unit unit,
        Framework framework,
        List<Inspector> inspectors,
        List<SiteFinding> findings,
        @Nullable SiteRecord newest,
        @Nullable Lock lock) {

    /** SHA-256 over all findings as they are now. */
    public String digest() {
        return digest(round, unit.code(), findings);
    }

    /** As above, of findings in the order of their points. */
    static String digest(HeldRound round, UnitCode unit, List<SiteFinding> findings) {
        var content = new Canonical()
                .line("pingheng-visit", 1)
                .line("round", round.code())
                .line("unit", unit);
        for (var finding : findings) content.line("finding", finding.point(), finding.version(), finding.text());
        return content.digest();
    }

    /** What was handed over; empty when nothing was, or when a finding changed since. */
    public Optional<SiteRecord> handedOver() {
        return Optional.ofNullable(newest).filter(record -> record.digest().equals(digest()));
    }

    /** What the unit said to the findings as they are. */
    public Optional<SiteRecord.Countersignature> countersigned() {
        return handedOver().map(SiteRecord::countersignature);
    }

    /** What was found and not taken back. */
    public List<SiteFinding> noted() {
        return findings.stream().filter(one -> !one.text().isEmpty()).toList();
    }

    /**
     * As the visitor may know it: the unit itself reads no finding that was not handed over, and who was sent only from the first
     * hand-over on.
     */
    Visit seenBy(Visitor visitor) {
        if (!visitor.ownsUnit(unit.code())) return this;
        var sent = newest == null ? List.<Inspector>of() : inspectors;
        var handed = handedOver().isEmpty() ? List.<SiteFinding>of() : findings;
        return new Visit(round, unit, framework, sent, handed, newest, lock);
    }

    public Optional<SiteFinding> finding(PointCode point) {
        return noted().stream().filter(one -> one.point().equals(point)).findFirst();
    }

    /** The newest version written on a point, also if it was taken back; 0 for none. */
    public Version version(PointCode point) {
        return findings.stream()
                .filter(one -> one.point().equals(point))
                .map(SiteFinding::version)
                .findFirst()
                .orElse(Version.NONE);
    }

    public boolean assigned(PostId post) {
        return inspectors.stream().anyMatch(one -> one.post().equals(post));
    }
}
