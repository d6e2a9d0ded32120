package pingheng.result.release.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import pingheng.result.release.Release;
import pingheng.round.HeldRound;

/** A release: under which document, approved when, in force from when, over which digest. */
record ReleaseMade(String document, LocalDate approved, OffsetDateTime effective, String digest) {
    static ReleaseMade of(HeldRound round, Release release) {
        var proposal = release.proposal();
        return new ReleaseMade(
                proposal.document(), proposal.approved(), round.at(proposal.effective()), release.digest());
    }
}
