package pingheng.submission.texts.pages;

import pingheng.page.Bare;
import pingheng.submission.texts.AtOnce;

/** The part of the page of a point that shows who else writes there; the page has its masthead already. */
public record AtOncePart(AtOnce texts) implements Bare {}
