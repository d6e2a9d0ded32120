package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a proposal to release 提请发布; below 1 is none. */
public record ProposalId(@JsonValue long number) implements Id {
    /** Of a proposal that is not stored yet. */
    public static final ProposalId NEW = new ProposalId(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProposalId {}

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
