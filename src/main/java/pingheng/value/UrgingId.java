package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of an urging 督办; below 1 is none. */
public record UrgingId(@JsonValue long number) implements Id {
    /** Of an urging that is not stored yet. */
    public static final UrgingId NEW = new UrgingId(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UrgingId {}

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
