package pingheng.deliberation.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.deliberation.Candidate;
import pingheng.deliberation.Mark;
import pingheng.deliberation.Member;
import pingheng.deliberation.Minutes;
import pingheng.deliberation.Session;
import pingheng.deliberation.Tally;
import pingheng.page.api.WhyNot;
import pingheng.problem.Reason;
import pingheng.round.HeldRound;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** A session: {@code none}, {@code open} or {@code closed}; for a member their ballot, for the province who is there and the tallies. */
record SessionAnswer(
        String state,
        int quorum,
        @Nullable List<SeatedMember> members,
        @Nullable List<UnitTally> tallies,
        @Nullable List<BallotLine> ballot,
        @Nullable SessionMinutes minutes,
        @JsonProperty("why_not") Map<String, WhyNot> whyNot) {

    record SeatedMember(
            PostId post,
            String title,
            String name,
            String region,
            @Nullable String left) {
        static SeatedMember of(Member member) {
            var left = member.left();
            return new SeatedMember(
                    member.post(), member.title(), member.name(), member.region(), left == null ? null : left.reason());
        }
    }

    /** How many said what of a unit; the marks themselves stand in the minutes. */
    record UnitTally(UnitCode unit, String name, String region, int marks, int recused, int waiting) {
        static UnitTally of(Tally tally) {
            var unit = tally.candidate().unit();
            return new UnitTally(
                    unit.code(),
                    unit.name(),
                    unit.region(),
                    tally.given().size(),
                    tally.recused(),
                    tally.waiting().size());
        }
    }

    /** What the member says of a unit; {@code version} is to be sent as seen. */
    record BallotLine(
            UnitCode unit,
            String name,
            String region,
            BigDecimal most,
            boolean own,
            @Nullable BigDecimal mark,
            boolean recused,
            String reason,
            Version version) {
        static BallotLine of(Candidate candidate, boolean own, Optional<Mark> said) {
            return new BallotLine(
                    candidate.unit().code(),
                    candidate.unit().name(),
                    candidate.unit().region(),
                    candidate.most(),
                    own,
                    said.map(Mark::mark).orElse(null),
                    said.filter(Mark::recused).isPresent(),
                    said.map(Mark::reason).orElse(""),
                    said.map(Mark::version).orElse(Version.NONE));
        }
    }

    record SessionMinutes(String text, String digest, String person, OffsetDateTime at) {}

    static SessionAnswer ballot(HeldRound round, Optional<Session> session, PostId post, Optional<Reason> whyNotSee) {
        var lines = session.filter(seen -> whyNotSee.isEmpty())
                .map(seen -> seen.candidates().stream()
                        .map(candidate -> BallotLine.of(
                                candidate,
                                seen.member(post)
                                        .filter(member -> Tally.ofRegion(member, candidate))
                                        .isPresent(),
                                seen.mark(post, candidate.unit().code())))
                        .toList());
        return new SessionAnswer(
                state(session),
                round.settings().quorum(),
                null,
                null,
                lines.orElse(null),
                null,
                WhyNot.refused(Map.of("mark", whyNotSee)));
    }

    static SessionAnswer led(HeldRound round, Optional<Session> session, Optional<Reason> whyNotOpen) {
        int quorum = round.settings().quorum();
        return new SessionAnswer(
                state(session),
                quorum,
                session.map(one -> one.members().stream().map(SeatedMember::of).toList())
                        .orElse(null),
                session.map(one -> one.tallies().stream().map(UnitTally::of).toList())
                        .orElse(null),
                null,
                session.map(Session::minutes)
                        .map(minutes -> minutes(round, minutes))
                        .orElse(null),
                WhyNot.refused(Map.of("open", whyNotOpen, "close", session.flatMap(one -> one.whyNotClose(quorum)))));
    }

    private static SessionMinutes minutes(HeldRound round, Minutes minutes) {
        return new SessionMinutes(minutes.text(), minutes.digest(), minutes.person(), round.at(minutes.at()));
    }

    private static String state(Optional<Session> session) {
        return session.map(one -> one.open() ? "open" : "closed").orElse("none");
    }
}
