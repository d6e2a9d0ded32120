package pingheng.rectification;

import pingheng.value.PointCode;

/** Something that a letter asks to be put right, by its number in the letter; the point it was found on. */
public record Deficiency(int number, PointCode point, String text) {}
