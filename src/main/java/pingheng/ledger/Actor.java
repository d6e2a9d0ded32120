package pingheng.ledger;

import org.jspecify.annotations.Nullable;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** Who acts: a person by sign-in name, on the post they have chosen, for a unit, if any; plain codes, so that they outlive all three. */
public record Actor(Login person, String post, @Nullable UnitCode unit) {
    /** The program itself, on nobody's behalf. */
    public static final Actor SYSTEM = new Actor(new Login("system"), "system", null);
}
