package pingheng.people;

import org.jspecify.annotations.Nullable;

/** A government as the server knows it, the province included: code, name, level as written, parent and region. */
public record Unit(
        String code, String name, String level, @Nullable String parent, String region) {
    /** Whether it is evaluated: counties and cities are. */
    public boolean evaluated() {
        return !level.equals("province");
    }
}
