package pingheng.time;

/** Whether all this is a rehearsal: then the clock may be moved and the cast signs in without passwords. Production refuses both. */
public record Mode(boolean rehearsal) {}
