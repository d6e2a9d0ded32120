package pingheng.round;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.text.Coded;

/** The days of a unit in a round: the province's and the unit's own, and those that were extended. */
public record Milestones(ZoneId zone, Map<Stage, LocalDate> due, Map<Stage, Lock.Extension> extensions) {
    /** When the stage locks for the unit; empty when no day is set. */
    public Optional<Lock> lock(Stage stage) {
        var day = due.get(stage);
        if (day == null) return Optional.empty();
        var lock = Lock.after(stage, day, zone);
        var extension = extensions.get(stage);
        return Optional.of(extension == null ? lock : lock.extended(extension, zone));
    }

    /** Gathers them stage by stage; what is put last counts, and a stage that this program does not know is left out. */
    public static final class Reading {
        private final Map<Stage, LocalDate> due = new EnumMap<>(Stage.class);
        private final Map<Stage, Lock.Extension> extensions = new EnumMap<>(Stage.class);

        public void put(String code, LocalDate day, Lock.@Nullable Extension extension) {
            var stage = Coded.of(Stage.class, code);
            if (stage.isEmpty()) return;
            due.put(stage.get(), day);
            if (extension != null) extensions.put(stage.get(), extension);
        }

        public Milestones of(ZoneId zone) {
            return new Milestones(zone, due, extensions);
        }
    }
}
