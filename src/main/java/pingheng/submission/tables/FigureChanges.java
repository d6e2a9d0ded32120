package pingheng.submission.tables;

import java.util.List;
import pingheng.figure.Cell;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.problem.Sentence;

/** What a table changes, how many cells stay as they are, which were emptied and stay too, and what looks like a mistake. */
public record FigureChanges(List<Entry> entries, int same, List<Cell> emptied, List<Sentence> warnings) {}
