package pingheng.duty;

import org.jspecify.annotations.Nullable;
import pingheng.text.Coded;

/** What a body owes on a point: it leads and answers for it, or it cooperates and supplies; and the post that does the work. */
public record Duty(
        String point, long body, Part part, @Nullable Long contact) {
    /** Leading 牵头 or cooperating 配合. */
    public enum Part implements Coded {
        LEAD,
        COOPERATING
    }

    public boolean leads() {
        return part == Part.LEAD;
    }
}
