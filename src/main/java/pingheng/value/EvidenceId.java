package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a document that proves something 佐证材料; below 1 is none. */
public record EvidenceId(@JsonValue long number) implements Id {
    /** Of a document that is not stored yet. */
    public static final EvidenceId NEW = new EvidenceId(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EvidenceId {}

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
