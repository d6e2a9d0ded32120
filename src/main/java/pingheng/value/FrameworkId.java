package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a published framework 指标体系; below 1 is none. */
public record FrameworkId(@JsonValue long number) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FrameworkId {}

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
