package pingheng.deliberation;

import java.util.List;
import java.util.Optional;

/**
 * How one unit stands: the members present of its own region, who are recused by rule; of the other members present the marks
 * and the recusals; and who of them has said nothing yet.
 */
public record Tally(
        Candidate candidate, List<Member> ofRegion, List<Mark> given, List<Mark> recusals, List<Member> waiting) {
    static Tally of(Candidate candidate, List<Member> members, List<Mark> marks) {
        var present = members.stream().filter(Member::present).toList();
        var ofRegion =
                present.stream().filter(member -> ofRegion(member, candidate)).toList();
        var own = marks.stream()
                .filter(mark -> mark.unit().equals(candidate.unit().code()))
                .filter(mark -> member(present, mark)
                        .filter(member -> !ofRegion(member, candidate))
                        .isPresent())
                .toList();
        return new Tally(
                candidate,
                ofRegion,
                own.stream().filter(mark -> mark.mark() != null).toList(),
                own.stream().filter(Mark::recused).toList(),
                present.stream()
                        .filter(member -> !ofRegion(member, candidate))
                        .filter(member ->
                                own.stream().noneMatch(mark -> mark.post().equals(member.post()) && said(mark)))
                        .toList());
    }

    /** A member is recused from the units of their own region. */
    public static boolean ofRegion(Member member, Candidate candidate) {
        return !member.region().isEmpty()
                && member.region().equals(candidate.unit().region());
    }

    public int recused() {
        return ofRegion.size() + recusals.size();
    }

    private static boolean said(Mark mark) {
        return mark.mark() != null || mark.recused();
    }

    private static Optional<Member> member(List<Member> present, Mark mark) {
        return present.stream()
                .filter(member -> member.post().equals(mark.post()))
                .findFirst();
    }
}
