package pingheng.duty;

import org.jspecify.annotations.Nullable;
import pingheng.text.Coded;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.PostId;

/** What a body owes on a point: it leads and answers for it, or it cooperates and supplies; and the post that does the work. */
public record Duty(
        PointCode point, BodyId body, Part part, @Nullable PostId contact) {
    /** Leading 牵头 or cooperating 配合. */
    public enum Part implements Coded {
        LEAD,
        COOPERATING
    }

    public boolean leads() {
        return part == Part.LEAD;
    }
}
