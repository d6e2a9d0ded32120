package pingheng.people.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.people.staff.Mergers.Merger;
import pingheng.problem.Refused;
import pingheng.value.UnitCode;

class MergersTest {
    private static final LocalDate DAY = LocalDate.of(2021, 1, 1);

    private final App app = App.shared();
    private final Mergers mergers = app.bean(Mergers.class);
    private final People people = app.bean(People.class);

    @Test
    void aMergedUnitIsThereUntilTheDayBefore() {
        app.rolledBack(() -> {
            mergers.merge(
                    app.visitor("province"),
                    new Merger(
                            new UnitCode("440112"),
                            DAY,
                            List.of(new UnitCode("440113"), new UnitCode("440111"), new UnitCode("440113"))));

            assertThat(people.units(DAY.minusDays(1))).contains(app.unit("440112"));
            assertThat(people.units(DAY)).doesNotContain(app.unit("440112")).contains(app.unit("440113"));
            assertThat(people.spans())
                    .contains(new Unit.Span(
                            app.unit("440112"),
                            LocalDate.of(1949, 10, 1),
                            DAY,
                            List.of(new UnitCode("440111"), new UnitCode("440113"))));
            var told = app.bean(Ledger.class)
                    .before(Chain.of(new UnitCode("440112")), Long.MAX_VALUE, 1)
                    .getFirst();
            assertThat(told.verb()).isEqualTo("people.merged");
            assertThat(told.told().zh()).contains("2021-01-01", "440111、440113");
        });
    }

    @Test
    void eachMergerThatMakesNoSenseIsRefusedInWords() {
        app.rolledBack(() -> {
            mergers.merge(
                    app.visitor("province"), new Merger(new UnitCode("440103"), DAY, List.of(new UnitCode("440104"))));

            refused("440103", DAY, "people.merged-already", "440104");
            refused("999999", DAY, "people.no-such-unit", "440104");
            refused("440000", DAY, "people.no-such-unit", "440104");
            refused("440112", LocalDate.of(1949, 10, 1), "people.merged-before", "440113");
            refused("440112", LocalDate.of(1912, 1, 1), "people.merged-before", "440113");
            refused("440112", DAY, "people.no-successor");
            refused("440112", DAY, "people.no-such-unit", "440113", "999999");
            refused("440112", DAY, "people.succeeds-itself", "440112");
            refused("440112", DAY, "people.succeeds-itself", "440113", "440112");
            refused("440112", DAY, "people.successor-level", "440100");
            refused("440112", DAY, "people.successor-level", "440000");
            refused("440112", DAY, "people.successor-merged", "440103");
            refused("440100", DAY, "people.merged-above", "440300");
        });
    }

    @Test
    void onlyTheProvinceMerges() {
        for (var login : List.of("office", "city", "deputy", "member1", "finance"))
            assertThatThrownBy(() -> mergers.merge(
                            app.visitor(login),
                            new Merger(new UnitCode("440112"), DAY, List.of(new UnitCode("440113")))))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.reason().code()).isEqualTo("people.province-only"));
    }

    private void refused(String unit, LocalDate day, String code, String... successors) {
        var merger = new Merger(
                new UnitCode(unit),
                day,
                Stream.of(successors).map(UnitCode::new).toList());
        assertThatThrownBy(() -> mergers.merge(app.visitor("province"), merger))
                .as("%s", merger)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.reason().code()).isEqualTo(code));
        assertThat(mergers.whyNotMerge(app.visitor("province"), merger)).isPresent();
    }
}
