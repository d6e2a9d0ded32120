package pingheng.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Reason;
import pingheng.round.HeldRound;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

/** A session of the committee as it stands: who came, which units they mark, what they said, and the minutes that ended it. */
public record Session(
        long id,
        Login person,
        Instant opened,
        List<Member> members,
        List<Candidate> candidates,
        List<Mark> marks,
        @Nullable Minutes minutes) {
    /** So many units are named in a refusal. */
    private static final int NAMED = 5;

    /** Told before anything of a session changes: whoever above objects refuses, and nothing does. */
    public record Changing(HeldRound round) {}

    public boolean open() {
        return minutes == null;
    }

    public Optional<Member> member(PostId post) {
        return members.stream().filter(member -> member.post().equals(post)).findFirst();
    }

    public List<Tally> tallies() {
        return candidates.stream()
                .map(candidate -> Tally.of(candidate, members, marks))
                .toList();
    }

    public Optional<Candidate> candidate(UnitCode unit) {
        return candidates.stream()
                .filter(candidate -> candidate.unit().code().equals(unit))
                .findFirst();
    }

    /** What the member of that post said of a unit. */
    public Optional<Mark> mark(PostId post, UnitCode unit) {
        return marks.stream()
                .filter(mark -> mark.post().equals(post) && mark.unit().equals(unit))
                .findFirst();
    }

    /** The session is over, or a unit lacks marks; the marks of those who left are void. */
    public Optional<Reason> whyNotClose(int quorum) {
        if (!open()) return Optional.of(over());
        var lacking = tallies().stream()
                .filter(tally -> tally.given().size() < quorum)
                .toList();
        if (lacking.isEmpty()) return Optional.empty();
        var named = lacking.stream()
                .limit(NAMED)
                .map(tally ->
                        tally.candidate().unit().name() + " " + tally.given().size())
                .collect(Collectors.joining("、"));
        long left = members.stream().filter(member -> !member.present()).count();
        return Optional.of(Reason.conflict(
                "deliberation.quorum",
                "%1$d 个单位的打分不足法定的 %2$d 人：%3$s%4$s",
                "%1$d units have fewer marks than the quorum of %2$d: %3$s%5$s",
                lacking.size(),
                quorum,
                named + (lacking.size() > NAMED ? "…" : ""),
                left == 0 ? "" : "；" + left + " 位委员已离席，其打分作废",
                left == 0 ? "" : "; " + left + " of the members left, their marks are void"));
    }

    static Reason over() {
        return Reason.conflict("deliberation.over", "合议已经结束", "The session is over");
    }
}
