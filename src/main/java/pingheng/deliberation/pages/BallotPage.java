package pingheng.deliberation.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.deliberation.Candidate;
import pingheng.deliberation.Mark;
import pingheng.deliberation.Member;
import pingheng.deliberation.Session;
import pingheng.deliberation.Tally;
import pingheng.page.Refusable;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

/** The ballot of a member: each unit by name and region, and what the member says of it; no more of any unit. */
public record BallotPage(
        HeldRound round,
        Optional<Reason> whyNotSee,
        @Nullable Session session,
        PostId post,
        Map<String, String> typed,
        @Nullable Refused refused)
        implements Refusable {
    public String path(String rest) {
        return "/r/" + round.code() + "/deliberation" + rest;
    }

    /** The units to mark; none before the member may see them. */
    public List<Candidate> candidates() {
        return session == null || whyNotSee.isPresent() ? List.of() : session.candidates();
    }

    public boolean open() {
        return session != null && session.open() && whyNotSee.isEmpty();
    }

    /** Whether the member comes from the region of the unit. */
    public boolean ofRegion(Candidate candidate) {
        return member().filter(member -> Tally.ofRegion(member, candidate)).isPresent();
    }

    public String mark(Candidate candidate) {
        var kept = said(candidate)
                .map(Mark::mark)
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString);
        return typed.getOrDefault("mark_" + code(candidate), kept.orElse(""));
    }

    public String reason(Candidate candidate) {
        return typed.getOrDefault(
                "reason_" + code(candidate), said(candidate).map(Mark::reason).orElse(""));
    }

    public boolean recused(Candidate candidate) {
        if (!typed.isEmpty()) return typed.containsKey("recused_" + code(candidate));
        return said(candidate).filter(Mark::recused).isPresent();
    }

    /** The versions that this page shows, by unit. */
    public String seen() {
        return candidates().stream()
                .flatMap(candidate -> said(candidate).stream())
                .map(mark -> mark.unit() + "#" + mark.version())
                .collect(Collectors.joining(" "));
    }

    /** How many units the member has marked or is recused from. */
    public long done() {
        return candidates().stream()
                .filter(candidate -> ofRegion(candidate)
                        || said(candidate)
                                .filter(mark -> mark.mark() != null || mark.recused())
                                .isPresent())
                .count();
    }

    private Optional<Member> member() {
        return session == null ? Optional.empty() : session.member(post);
    }

    private Optional<Mark> said(Candidate candidate) {
        return session == null ? Optional.empty() : session.mark(post, code(candidate));
    }

    private static UnitCode code(Candidate candidate) {
        return candidate.unit().code();
    }
}
