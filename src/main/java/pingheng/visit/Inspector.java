package pingheng.visit;

import pingheng.value.PostId;

/** A post whose holders visit units, and who holds it. */
public record Inspector(PostId post, String title, String name) {}
