package pingheng.submission.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.duty.Duties;
import pingheng.figure.Cell;
import pingheng.figure.ReportedFigures;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.figure.owner.Owner;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.people.staff.Bodies;
import pingheng.problem.Refused;
import pingheng.rehearsal.Opening;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.value.BodyId;
import pingheng.value.number.Version;

/** Over all figures and all who sign in for the county: one owner each, and nobody else may. */
class OwnersTest {
    private final App app = App.shared();
    private final Reporting reporting = app.bean(Reporting.class);

    @Test
    void eachFigureHasOneOwnerAndOfAllWhoSignInOnlyItsContactMayReportIt() {
        assigned(() -> {
            var own = own();
            var owners = reporting.owners(own);
            var visitors = visitors();
            assertThat(visitors).hasSizeGreaterThan(60);
            var cells = cells(own);
            assertThat(cells).hasSizeGreaterThan(70);
            for (var cell : cells) {
                var owner = owners.of(cell.definition()).orElseThrow();
                var may = visitors.stream()
                        .filter(visitor -> reporting
                                .whyNotReport(own.askedBy(visitor, Opening.BEGINS), own, owners, cell)
                                .isEmpty())
                        .toList();
                assertThat(may)
                        .as(cell.key())
                        .isNotEmpty()
                        .allSatisfy(visitor ->
                                assertThat(visitor.post().body().id()).isEqualTo(owner.body()))
                        .allSatisfy(visitor -> assertThat(visitor.post().role()).isIn(Role.CONTACT, Role.OFFICE));
            }
        });
    }

    @Test
    void whoMayNotByTheRuleIsRefusedByTheVerbInASentenceThatNamesTheOwner() {
        assigned(() -> {
            var own = own();
            var owners = reporting.owners(own);
            var education = app.visitor("education");
            for (var cell : cells(own)) {
                var owner = owners.of(cell.definition()).orElseThrow();
                if (owner.body().equals(education.post().body().id())) continue;
                for (var entry : List.of(
                        new Entry.Value(cell, "1", "抄来的", "", Version.NONE),
                        new Entry.Withdrawal(cell, "不要了", Version.NONE))) {
                    var refused = (Refused) catchThrowable(
                            () -> reporting.report(own.askedBy(education, Opening.BEGINS), List.of(entry)));
                    assertThat(refused.reason().code()).as(cell.key()).isEqualTo("figure.not-owner");
                    assertThat(refused.reason().sentence().zh()).contains(owner.name());
                }
            }
            assertThat(own().reported()).isEmpty();
        });
    }

    @Test
    void whereTheKindIsNotThereOrThereSeveralTimesTheLeadOfTheFirstPointOwnsTheFigure() {
        assigned(() -> {
            var cell = cells(own()).stream()
                    .filter(one -> one.definition().code().text().equals("population_3_5"))
                    .findFirst()
                    .orElseThrow();
            assertThat(owner(cell).because()).isEqualTo(Owner.Because.KIND);

            var unit = app.panyu();
            app.bean(Bodies.class)
                    .add(
                            app.visitor("office"),
                            unit,
                            new Body(BodyId.NEW, unit.code(), "区统计二局", "统计二局", "统计", false, false));

            var lead = Reporting.readers(own(), cell).stream()
                    .map(point -> own().point(point).orElseThrow().lead().orElseThrow())
                    .findFirst()
                    .orElseThrow();
            assertThat(owner(cell).because()).isEqualTo(Owner.Because.LEAD);
            assertThat(owner(cell).body()).isEqualTo(lead);
        });
    }

    @Test
    void beforeThePointsAreAssignedAFigureWithoutItsKindHasNoOwner() {
        app.rolledBack(() -> {
            assertThat(app.bean(Duties.class).of(app.round(), app.panyu())).isEmpty();
            var other = app.bean(SelfEvaluations.class).of(app.round(), app.unit("440103"));
            var owners = reporting.owners(other);

            assertThat(cells(other))
                    .allSatisfy(cell -> assertThat(
                                    owners.of(cell.definition()).filter(owner -> owner.because() == Owner.Because.LEAD))
                            .isEmpty());
        });
    }

    private Owner owner(Cell cell) {
        return reporting.owners(own()).of(cell.definition()).orElseThrow();
    }

    private List<Visitor> visitors() {
        var visitors = new ArrayList<Visitor>();
        for (var role : List.of(Role.CONTACT, Role.CHECKER, Role.OFFICE, Role.LEADER))
            visitors.addAll(app.bean(People.class).visitors(App.PANYU, role));
        visitors.addAll(List.of(app.visitor("city"), app.visitor("province"), app.visitor("office-440103")));
        return visitors;
    }

    private List<Cell> cells(SelfEvaluation own) {
        return app.bean(ReportedFigures.class).readings(own.framework()).all().stream()
                .filter(cell -> !Reporting.readers(own, cell).isEmpty())
                .toList();
    }

    private void assigned(Runnable test) {
        app.rolledBack(() -> {
            app.assigned();
            test.run();
        });
    }

    private SelfEvaluation own() {
        return app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
    }
}
