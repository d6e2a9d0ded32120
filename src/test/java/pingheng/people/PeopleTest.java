package pingheng.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import pingheng.problem.Reason;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

class PeopleTest {
    private static final Unit PROVINCE = new Unit(new UnitCode("440000"), "广东省", Level.PROVINCE, null, "");
    private static final Unit CITY = new Unit(new UnitCode("440100"), "广州市", Level.CITY, new UnitCode("440000"), "珠三角");
    private static final Unit COUNTY =
            new Unit(new UnitCode("440113"), "番禺区", Level.COUNTY, new UnitCode("440100"), "珠三角");
    private static final Unit OTHER =
            new Unit(new UnitCode("440112"), "黄埔区", Level.COUNTY, new UnitCode("440100"), "珠三角");

    private static final List<Visitor> ALL = List.of(
            visitor("contact", COUNTY, Role.CONTACT),
            visitor("leader", COUNTY, Role.LEADER),
            visitor("office", COUNTY, Role.OFFICE),
            visitor("other-office", OTHER, Role.OFFICE),
            visitor("reviewer", CITY, Role.CITY),
            visitor("city-office", CITY, Role.OFFICE),
            visitor("province", PROVINCE, Role.PROVINCE));

    @Test
    void theOfficePutsPeopleOnItsOwnPostsAndTheProvinceOnThoseAbove() {
        assertThat(table(visitor -> visitor.whyNotStaff(COUNTY, Role.CONTACT))).isEqualTo("""
                contact people.office-only
                leader people.office-only
                office -
                other-office people.office-only
                reviewer people.office-only
                city-office people.office-only
                province people.office-only
                """);
        for (var role : List.of(Role.OFFICE, Role.CITY, Role.COMMITTEE, Role.PROVINCE))
            assertThat(table(visitor -> visitor.whyNotStaff(COUNTY, role))).isEqualTo("""
                    contact people.province-only
                    leader people.province-only
                    office people.province-only
                    other-office people.province-only
                    reviewer people.province-only
                    city-office people.province-only
                    province -
                    """);
    }

    @Test
    void aCityDoesNotAdministerItsCounties() {
        var reviewer = visitor("reviewer", CITY, Role.CITY);
        assertThat(reviewer.whyNotSee(COUNTY)).isEmpty();
        for (var role : Role.values())
            assertThat(reviewer.whyNotStaff(COUNTY, role)).as(role.code()).isPresent();
        assertThat(reviewer.whyNotBody(COUNTY)).isPresent();
        assertThat(reviewer.whyNotBody(CITY)).isPresent();
    }

    @Test
    void anotherCountyIsUnknownInTheSameWordsAsOneThatIsNotThere() {
        assertThat(visitor("office", COUNTY, Role.OFFICE).whyNotSee(OTHER)).contains(Reason.unknown());
    }

    @Test
    void bodiesOfACountyAreItsOffices() {
        assertThat(table(visitor -> visitor.whyNotBody(COUNTY))).isEqualTo("""
                contact people.office-only
                leader people.office-only
                office -
                other-office people.office-only
                reviewer people.office-only
                city-office people.office-only
                province people.office-only
                """);
        assertThat(visitor("province", PROVINCE, Role.PROVINCE).whyNotBody(CITY))
                .isEmpty();
        assertThat(visitor("province", PROVINCE, Role.PROVINCE).whyNotBody(PROVINCE))
                .isEmpty();
    }

    @Test
    void aPostNeedsAUnitThatHasSuchPosts() {
        var province = visitor("province", PROVINCE, Role.PROVINCE);
        assertThat(code(province.whyNotPost(COUNTY, Role.CITY))).isEqualTo("people.role-place");
        assertThat(code(province.whyNotPost(COUNTY, Role.PROVINCE))).isEqualTo("people.role-place");
        assertThat(code(province.whyNotPost(PROVINCE, Role.OFFICE))).isEqualTo("people.role-place");
        assertThat(province.whyNotPost(CITY, Role.CITY)).isEmpty();
        assertThat(province.whyNotPost(CITY, Role.OFFICE)).isEmpty();
        assertThat(code(province.whyNotPost(COUNTY, Role.COMMITTEE))).isEqualTo("people.role-place");
        assertThat(code(province.whyNotPost(CITY, Role.COMMITTEE))).isEqualTo("people.role-place");
        assertThat(province.whyNotPost(PROVINCE, Role.PROVINCE)).isEmpty();
        assertThat(province.whyNotPost(PROVINCE, Role.COMMITTEE)).isEmpty();
    }

    @Test
    void onlyTheOfficeOfAContactIssuesTheirSlip() {
        assertThat(table(visitor -> visitor.whyNotSlip(new Login("zhou"), List.of(post(COUNTY, Role.CONTACT)))))
                .isEqualTo("""
                contact people.office-only
                leader people.office-only
                office -
                other-office people.office-only
                reviewer people.office-only
                city-office people.office-only
                province people.office-only
                """);
    }

    @Test
    void onlyTheLevelAboveResetsAnOfficeHead() {
        assertThat(table(visitor -> visitor.whyNotSlip(new Login("head"), List.of(post(COUNTY, Role.OFFICE)))))
                .isEqualTo("""
                contact people.province-only
                leader people.province-only
                office people.province-only
                other-office people.province-only
                reviewer people.province-only
                city-office people.province-only
                province -
                """);
    }

    @Test
    void anOfficeCannotTakeOverAnAccountThatReachesFurtherThanItsOwnPosts() {
        var office = visitor("office", COUNTY, Role.OFFICE);
        var alsoProvince = List.of(post(COUNTY, Role.CONTACT), post(PROVINCE, Role.PROVINCE));
        var alsoOffice = List.of(post(COUNTY, Role.CONTACT), post(COUNTY, Role.OFFICE));
        var alsoElsewhere = List.of(post(COUNTY, Role.CONTACT), post(OTHER, Role.CONTACT));
        for (var held : List.of(alsoProvince, alsoOffice, alsoElsewhere))
            assertThat(code(office.whyNotSlip(new Login("zhou"), held))).isEqualTo("people.province-only");
        assertThat(visitor("province", PROVINCE, Role.PROVINCE).whyNotSlip(new Login("zhou"), alsoElsewhere))
                .isEmpty();
    }

    @Test
    void nobodyIssuesASlipToThemselvesOrToWhoHoldsNoPost() {
        for (var visitor : ALL) {
            assertThat(code(visitor.whyNotSlip(visitor.login(), List.of(visitor.post()))))
                    .isEqualTo("people.own-slip");
            assertThat(visitor.whyNotSlip(new Login("gone"), List.of()))
                    .as(visitor.login().text())
                    .isPresent();
        }
    }

    @Test
    void rolesAreReadAsPeopleWriteThem() {
        assertThat(Role.written("联系人")).contains(Role.CONTACT);
        assertThat(Role.written("CHECKER")).contains(Role.CHECKER);
        assertThat(Role.written("副组长")).contains(Role.LEADER);
        assertThat(Role.written("局长")).isEmpty();
        assertThat(Role.written("")).isEmpty();
    }

    private static String table(Function<Visitor, Optional<Reason>> rule) {
        var table = new StringBuilder();
        for (var visitor : ALL)
            table.append(visitor.login().text())
                    .append(' ')
                    .append(code(rule.apply(visitor)))
                    .append('\n');
        return table.toString();
    }

    private static String code(Optional<Reason> reason) {
        return reason.map(Reason::code).orElse("-");
    }

    private static Visitor visitor(String login, Unit unit, Role role) {
        return new Visitor(new Login(login), login, post(unit, role));
    }

    private static Post post(Unit unit, Role role) {
        return new Post(
                new PostId(1), role.code(), role, new Body(new BodyId(1), unit.code(), "甲", "甲", "", false, false));
    }
}
