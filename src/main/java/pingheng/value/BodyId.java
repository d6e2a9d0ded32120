package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a body 单位; below 1 is none. */
public record BodyId(@JsonValue long number) implements Id {
    /** Of a body that is not stored yet, or of none. */
    public static final BodyId NEW = new BodyId(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BodyId {}

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
