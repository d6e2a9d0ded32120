package pingheng.people.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pingheng.page.Page;
import pingheng.people.account.Cast;
import pingheng.value.UnitCode;

/** The sign-in; in a rehearsal with its cast. Whether a form of this browser waits for its writer. */
public record SignInPage(boolean wrong, boolean waits, List<Cast> cast) implements Page {
    /** The cast of each unit, by its name. */
    public Map<UnitCode, List<Cast>> units() {
        return cast.stream().collect(Collectors.groupingBy(Cast::unit, LinkedHashMap::new, Collectors.toList()));
    }
}
