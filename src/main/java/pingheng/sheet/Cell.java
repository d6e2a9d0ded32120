package pingheng.sheet;

/** The text of one cell as it was written; a number that was formatted as a percentage is in percent and says so. */
public record Cell(String text, boolean percent) {}
