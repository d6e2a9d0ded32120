package pingheng.deliberation;

/** A post of the committee whose holder has come, and the region they come from; empty for none. */
public record Seat(long post, String region) {}
