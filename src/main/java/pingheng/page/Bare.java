package pingheng.page;

/** A page under a masthead of which nothing is asked: it tells of a failure, and asking may be what failed. */
public interface Bare extends Page {}
