package pingheng.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.account.Accounts;
import pingheng.people.account.Cast;
import pingheng.story.Library;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluations;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** Whom a visitor of a rehearsal can sign in as. */
class CastStory {
    private static final Set<UnitCode> UNITS =
            Set.of(new UnitCode("440100"), new UnitCode("440113"), new UnitCode("440400"), new UnitCode("440403"));

    @TempDir
    private Path temp = Path.of("");

    @Test
    void everybodyAVisitorMayNeedCanBeSignedInAs() throws IOException {
        try (var app = App.unopened()) {
            app.at(Opening.BEGINS);
            app.bean(Rehearsal.class).begin(Library.province(temp, UNITS));
            var cast = app.bean(Accounts.class).cast().stream().map(Cast::login).collect(Collectors.toSet());

            assertThat(cast)
                    .extracting(Login::text)
                    .as("half of the committee, the inspectors, another county and its city")
                    .contains("member1", "member2", "member3", "member4", "member5", "inspector", "inspector2")
                    .contains("office-440403", "leader-440403", "contact-440403", "checker-440403", "city-440400");
            thoseWhoLeadWhatIsOpen(app, cast);
            assertThat(new Guest(app).get("/sign-in").body()).contains("<h3>番禺区</h3>", "<h3>珠海市</h3>");
        }
    }

    /** The contact and the checker of each body that leads a point which is not checked. */
    private static void thoseWhoLeadWhatIsOpen(App app, Set<Login> cast) {
        var people = app.bean(People.class);
        for (var point :
                app.bean(SelfEvaluations.class).of(app.round(), app.panyu()).points())
            if (point.state() != OwnPoint.State.CHECKED)
                for (var role : List.of(Role.CONTACT, Role.CHECKER))
                    assertThat(people.visitors(App.PANYU, role))
                            .as(point.point().code() + " " + role)
                            .anyMatch(visitor -> visitor.post()
                                            .body()
                                            .id()
                                            .equals(point.lead().orElseThrow())
                                    && cast.contains(visitor.login()));
    }
}
