package pingheng.submission.tables.pages;

import pingheng.page.Page;
import pingheng.round.pages.Where;

/** Where the grid of figures is taken out as a table and handed in again. */
public record FigureTablePage(Where where) implements Page {}
