package pingheng.visit;

/** A post whose holders visit units, and who holds it. */
public record Inspector(long post, String title, String name) {}
