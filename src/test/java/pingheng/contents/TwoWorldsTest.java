package pingheng.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.value.UnitCode;

/**
 * Worlds that differ in what is secret are the same, to the letter, for everybody who may not know it: on every page, in every export
 * and every answer for programs, in three phases. Who may know what stands in the table of {@link Secrets}.
 */
class TwoWorldsTest {
    private static final Map<String, String> ROLES = Map.of(
            "office", "county",
            "finance", "county",
            "office-440103", "other",
            "city", "city",
            "inspector", "inspector",
            "member1", "member");

    @Test
    void nobodyReadsWhatIsNotTheirsInAnyPhase() throws SQLException {
        walk(ROLES, List.of(App.PANYU, new UnitCode("440103")), List.of(new UnitCode("3.1.1")));
    }

    /** From under review to in force: what is found, and which of the leaks that are planted is not. */
    static void walk(Map<String, String> roles, List<UnitCode> units, List<UnitCode> points) throws SQLException {
        try (var world = new World()) {
            var comparing = new Comparing(world, roles, units, points);
            world.underReview();
            comparing.phase(Secrets.UNDER_REVIEW);
            world.decided();
            comparing.phase(Secrets.DECIDED);
            comparing.unseen("a release that is not in force", world::confirmed);
            world.inForce();
            comparing.phase(Secrets.RELEASED);

            assertThat(comparing.found()).isEmpty();
            assertThat(comparing.planted())
                    .as("leaks that were planted and not seen")
                    .isEmpty();
        }
    }
}
