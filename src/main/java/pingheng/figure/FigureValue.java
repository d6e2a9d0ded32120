package pingheng.figure;

import pingheng.framework.Period;
import pingheng.framework.formula.Exact;
import pingheng.problem.Sentence;
import pingheng.round.Layer;

/** One figure of one unit: its value, the text it was read from, its period and source, and the layer that reported or confirmed it. */
public record FigureValue(Exact value, String raw, Period period, Sentence source, Layer layer, String reason) {}
