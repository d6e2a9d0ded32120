package pingheng.people.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.sheet.Folder;
import pingheng.value.Login;

/** Who fills in for a body is not who checks for it, and who signs for the office not who signs for the leading group, whichever way a person comes to a post. */
class TwoPersonsTest {
    private static final App APP = App.shared();

    private final Staff staff = APP.bean(Staff.class);

    @Test
    void aHandOverDoesNotLeaveFillerAndCheckerOnePerson() {
        refused(() -> staff.handOver(
                APP.visitor("office"),
                APP.panyu(),
                post("finance").id(),
                new Login("finance"),
                new Login("finance-check"),
                ""));
        refused(() -> staff.handOver(
                APP.visitor("office"),
                APP.panyu(),
                post("finance-check").id(),
                new Login("finance-check"),
                new Login("finance"),
                ""));
    }

    @Test
    void anAppointmentToASecondPostDoesNotEither() {
        refused(() -> staff.appoint(
                APP.visitor("office"), APP.panyu(), post("finance").id(), new Login("finance-check"), ""));
        refused(() -> staff.appoint(
                APP.visitor("office"), APP.panyu(), post("finance-check").id(), new Login("finance"), ""));
    }

    @Test
    void aTableOfContactsDoesNotEither() {
        var finance = post("finance").body();
        refused(() -> take(contact(finance, Role.CONTACT, "finance-check")));
        refused(() -> take(contact(finance, Role.CONTACT, "new.one"), contact(finance, Role.CHECKER, "new.one")));
    }

    @Test
    void whoSignsForTheOfficeDoesNotComeToSignForTheLeadingGroup() {
        var office = post("office");
        var deputy = post("deputy");
        refused(() -> staff.appoint(APP.visitor("office"), APP.panyu(), deputy.id(), new Login("office"), ""));
        refused(() -> staff.handOver(
                APP.visitor("office"), APP.panyu(), deputy.id(), new Login("deputy"), new Login("office"), ""));
        refused(() -> staff.appoint(APP.visitor("province"), APP.panyu(), office.id(), new Login("deputy"), ""));
        refused(() -> staff.handOver(
                APP.visitor("province"), APP.panyu(), office.id(), new Login("office"), new Login("deputy"), ""));
        refused(() -> take(new Contact(
                deputy.body(), "又一位副组长", Role.LEADER, APP.visitor("office").name(), new Login("office"))));
    }

    @Test
    void aTableNamesTheRowOfWhoHoldsTheOtherPost() throws IOException {
        var known = APP.bean(Contacts.class).known(APP.panyu());
        var deputy = post("deputy").body().name();
        var folder = Files.createTempDirectory("contacts");
        Files.writeString(
                folder.resolve("contacts.csv"),
                "单位,岗位,角色,姓名,登录名\n%s,第三副组长,副组长,%s,office\n"
                        .formatted(deputy, APP.visitor("office").name()));
        var findings = new Findings();
        ContactsSheet.read(Folder.of(folder, findings), known);

        assertThat(findings.kept()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("people.both-posts");
            assertThat(finding.place().row()).isEqualTo(2);
        });
    }

    @Test
    void onceThePostIsHandedToAnotherItCanBeHeld() {
        APP.rolledBack(() -> {
            var office = APP.visitor("office");
            var finance = post("finance").body().id();
            staff.handOver(
                    office,
                    APP.panyu(),
                    post("finance-check").id(),
                    new Login("finance-check"),
                    new Login("new.checker"),
                    "新审核人");
            staff.handOver(
                    office, APP.panyu(), post("finance").id(), new Login("finance"), new Login("finance-check"), "");
            assertThat(APP.bean(People.class).held(new Login("finance-check")))
                    .filteredOn(post -> post.body().id().equals(finance))
                    .extracting(Post::role)
                    .containsExactly(Role.CONTACT);
        });
    }

    private void take(Contact... contacts) {
        APP.bean(Contacts.class).take(APP.visitor("office"), APP.panyu(), List.of(contacts));
    }

    private static Contact contact(Body body, Role role, String login) {
        var name = APP.bean(People.class).names(App.PANYU).getOrDefault(new Login(login), "新人");
        return new Contact(body, role.title().zh(), role, name, new Login(login));
    }

    private static Post post(String login) {
        return APP.visitor(login).post();
    }

    private static void refused(Runnable verb) {
        APP.rolledBack(() -> assertThatThrownBy(verb::run).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo("people.both-posts");
            assertThat(refused.reason().sentence().zh()).contains("须是两个人", "移交");
        }));
    }
}
