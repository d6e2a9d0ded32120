package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A sign-in name 登录名: 2 to 40 small letters, digits, dots, dashes and low lines. */
public record Login(@JsonValue String text) implements Code {
    /** As it is stored. */
    public static final String SHAPE = "^[a-z0-9][a-z0-9._-]{1,39}$";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Login {
        Code.given(text);
    }

    /** The code that was typed; empty where nothing was. */
    public static Optional<Login> of(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(new Login(typed));
    }

    @Override
    public String toString() {
        return text;
    }
}
