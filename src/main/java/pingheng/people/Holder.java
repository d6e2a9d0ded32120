package pingheng.people;

/** Who holds a post, and whether they have ever signed in. */
public record Holder(long post, String login, String name, boolean active) {}
