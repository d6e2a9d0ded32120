package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The code of a figure 数据项, as population_3_5; its framework gives it. */
public record FigureCode(@JsonValue String text) implements Code {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FigureCode {
        Code.given(text);
    }

    /** The code that was typed; empty where nothing was. */
    public static Optional<FigureCode> of(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(new FigureCode(typed));
    }

    @Override
    public String toString() {
        return text;
    }
}
