package pingheng.submission.figures.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.figure.owner.Move;
import pingheng.figure.owner.Owner;
import pingheng.framework.FigureDefinition;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PointCode;

/** One figure of a unit: who owns it, what is reported for each period, and every version there ever was. */
public record FigurePage(
        RequestContext context,
        FigureDefinition definition,
        List<Cell> cells,
        List<PointCode> points,
        Owned owned,
        Map<String, List<FigureVersion>> versions,
        Map<Login, String> names,
        May may)
        implements Page {
    /** Who owns the figure, to whom else it could be moved, and the moves so far. */
    public record Owned(Optional<Owner> now, Map<BodyId, String> bodies, List<Move> moves) {}

    /** Why not, verb by verb. */
    public record May(Optional<Reason> whyNotReport, Optional<Reason> whyNotMove) {}

    /** The newest first. */
    public List<FigureVersion> versions(Cell cell) {
        return versions.getOrDefault(cell.key(), List.of());
    }

    public @Nullable FigureVersion now(Cell cell) {
        var all = versions(cell);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The version before this one of the same cell. */
    public @Nullable FigureVersion before(Cell cell, FigureVersion version) {
        var all = versions(cell);
        int at = all.indexOf(version);
        return at >= 0 && at + 1 < all.size() ? all.get(at + 1) : null;
    }

    /** The name of who has this sign-in name; the sign-in name itself where they never held a post here. */
    public String name(Login login) {
        return names.getOrDefault(login, login.text());
    }
}
