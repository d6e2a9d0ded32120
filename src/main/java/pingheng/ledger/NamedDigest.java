package pingheng.ledger;

import pingheng.value.UnitCode;

/** A digest that an entry in the chain of a unit names. */
public record NamedDigest(UnitCode unit, String digest) {}
