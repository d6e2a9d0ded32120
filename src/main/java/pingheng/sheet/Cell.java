package pingheng.sheet;

import pingheng.problem.Place;

/** The text of one cell, and whether it was written as a percentage. */
public record Cell(String text, boolean percent, Place place) {}
