package pingheng.review.entry;

import java.util.Collection;
import pingheng.figure.Cell;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.Code;
import pingheng.value.PointCode;

/**
 * What an act of a layer leaves in the ledger, in the chain of the layer: the unit does not read there. It names the
 * unit and the points, and of what was said only the digest of a signed opinion: scores and reasons could be guessed from others.
 */
public record ReviewEntry(String verb, String subject, Sentence told) {
    public static ReviewEntry decided(RequestContext context, Layer layer, Collection<PointCode> points) {
        return new ReviewEntry(
                "review.decided",
                subject(context, layer, points),
                Sentence.of(
                        "%2$s对%1$s的 %4$d 个观测点作出结论：%5$s",
                        "The %3$s decided on points of %1$s, %4$d: %5$s",
                        context.unit().name(),
                        layer.zh(),
                        layer.en(),
                        points.size(),
                        listed(points)));
    }

    public static ReviewEntry agreed(RequestContext context, Layer layer, Collection<PointCode> points) {
        return new ReviewEntry(
                "review.agreed",
                subject(context, layer, points),
                Sentence.of(
                        "%2$s对%1$s的 %4$d 个观测点一并同意：%5$s",
                        "The %3$s agreed to points of %1$s together, %4$d: %5$s",
                        context.unit().name(),
                        layer.zh(),
                        layer.en(),
                        points.size(),
                        listed(points)));
    }

    public static ReviewEntry confirmed(
            RequestContext context, Layer layer, PointCode point, Cell cell, boolean withdrawn) {
        return new ReviewEntry(
                withdrawn ? "review.confirmation-withdrawn" : "review.confirmed",
                "review/" + context.unit().code() + "/" + layer.code() + "/" + point,
                Sentence.of(
                        withdrawn ? "%2$s撤回对%1$s「%4$s」的核定，观测点 %6$s" : "%2$s核定%1$s的「%4$s」，观测点 %6$s",
                        withdrawn
                                ? "The %3$s took back what it confirmed of %1$s: %5$s, point %6$s"
                                : "The %3$s confirmed a figure of %1$s: %5$s, point %6$s",
                        context.unit().name(),
                        layer.zh(),
                        layer.en(),
                        cell.title().zh(),
                        cell.title().en(),
                        point));
    }

    public static ReviewEntry signed(RequestContext context, Layer layer, String digest) {
        return new ReviewEntry(
                "review.signed",
                "review/" + context.unit().code() + "/" + layer.code(),
                Sentence.of(
                        "签署对%1$s的%2$s意见，摘要 %4$s",
                        "Signed the opinion of the %3$s on %1$s, digest %4$s",
                        context.unit().name(),
                        layer.zh(),
                        layer.en(),
                        digest));
    }

    private static String subject(RequestContext context, Layer layer, Collection<PointCode> points) {
        var ofLayer = "review/" + context.unit().code() + "/" + layer.code();
        return points.size() == 1 ? ofLayer + "/" + points.iterator().next() : ofLayer;
    }

    private static String listed(Collection<PointCode> points) {
        return Code.joined(" ", points.stream().sorted().toList());
    }
}
