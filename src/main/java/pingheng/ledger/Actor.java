package pingheng.ledger;

/** Who acts: a person by sign-in name, on the post they have chosen, for a unit; plain codes, so that they outlive all three. */
public record Actor(String person, String post, String unit) {
    /** The program itself, on nobody's behalf. */
    public static final Actor SYSTEM = new Actor("system", "system", "");
}
