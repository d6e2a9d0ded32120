package pingheng.ledger;

/** A digest that an entry in a chain names. */
public record NamedDigest(Chain chain, String digest) {}
