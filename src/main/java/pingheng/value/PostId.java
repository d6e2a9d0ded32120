package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a post 岗位; below 1 is none. */
public record PostId(@JsonValue long number) implements Id {
    /** Of a post that is not stored yet, or of none. */
    public static final PostId NEW = new PostId(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PostId {}

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
