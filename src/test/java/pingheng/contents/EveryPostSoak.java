package pingheng.contents;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.value.UnitCode;

/** As {@link TwoWorldsTest}, for every kind of post, of the city, too, and at more points. */
class EveryPostSoak {
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("office", "county"),
            Map.entry("deputy", "county"),
            Map.entry("finance", "county"),
            Map.entry("finance-check", "county"),
            Map.entry("education", "county"),
            Map.entry("civil", "county"),
            Map.entry("office-440103", "other"),
            Map.entry("city", "city"),
            Map.entry("inspector", "inspector"),
            Map.entry("member1", "member"));

    @Test
    void nobodyReadsWhatIsNotTheirsInAnyPhase() throws SQLException {
        TwoWorldsTest.walk(
                ROLES,
                List.of(App.PANYU, new UnitCode("440103"), new UnitCode("440100"), new UnitCode("440303")),
                List.of(new UnitCode("3.1.1"), new UnitCode("3.1.2"), new UnitCode("5.1.1"), new UnitCode("6.4.1")));
    }
}
