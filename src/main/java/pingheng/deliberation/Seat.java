package pingheng.deliberation;

import pingheng.value.PostId;

/** A post of the committee whose holder has come, and the region they come from; empty for none. */
public record Seat(PostId post, String region) {}
