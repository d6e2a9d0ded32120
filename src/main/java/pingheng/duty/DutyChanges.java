package pingheng.duty;

import java.util.List;
import pingheng.framework.Point;

/** What a new responsibility table would change: point by point, before and after, and where something is written already. */
public record DutyChanges(List<Change> changes, int same) {
    public DutyChanges {
        changes = List.copyOf(changes);
    }

    /** A point whose bodies change. */
    public record Change(Point point, Side before, Side after, boolean drafted) {
        public boolean leadMoves() {
            return !before.lead.equals(after.lead);
        }
    }

    /** Who leads a point, empty while nobody does, and who cooperates. */
    public record Side(String lead, List<String> cooperating) {
        public Side {
            cooperating = cooperating.stream().sorted().toList();
        }
    }

    /** How many points pass from one lead to another. */
    public long moved() {
        return changes.stream().filter(Change::leadMoves).count();
    }

    /** How many of the changed points hold a draft. */
    public long drafted() {
        return changes.stream().filter(Change::drafted).count();
    }
}
