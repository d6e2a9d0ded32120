package pingheng.value;

/** The number of a row, which the database counts from 1 on. Written and read as that number, in pages, interface and tables alike. */
public sealed interface Id extends Comparable<Id>
        permits BodyId, PostId, EvidenceId, UrgingId, ProofId, ProposalId, FrameworkId {
    long number();

    @Override
    default int compareTo(Id other) {
        return Long.compare(number(), other.number());
    }
}
