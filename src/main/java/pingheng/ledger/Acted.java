package pingheng.ledger;

/** A post that did something to a unit, and the verb of what it did. */
public record Acted(String post, String verb) {}
