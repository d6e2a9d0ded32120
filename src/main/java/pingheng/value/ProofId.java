package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a proof 整改佐证; below 1 is none. */
public record ProofId(@JsonValue long number) implements Id {
    /** Of a proof that is not stored yet. */
    public static final ProofId NEW = new ProofId(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProofId {}

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
