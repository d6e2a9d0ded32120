package pingheng.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pingheng.problem.Sentence;
import pingheng.text.Coded;

/** What a post is for; what it may do follows from that. */
public enum Role implements Coded {
    CONTACT(true, "联系人", "contact"),
    CHECKER(true, "审核人", "checker"),
    OFFICE(true, "领导小组办公室", "office of the leading group"),
    LEADER(true, "领导小组组长、副组长", "head or deputy of the leading group"),
    CITY(false, "市级评审员", "city reviewer"),
    INSPECTOR(false, "实地抽查人员", "inspector"),
    COMMITTEE(false, "督导委委员", "committee member"),
    PROVINCE(false, "省级管理员", "provincial administrator");

    private final boolean own;
    private final Sentence title;

    Role(boolean own, String zh, String en) {
        this.own = own;
        this.title = new Sentence(zh, en);
    }

    /** Whether the post works for the unit that is evaluated, not for someone above it. */
    public boolean own() {
        return own;
    }

    /** Whether the unit's own office puts people on such posts; the province does on all others. */
    public boolean byOffice() {
        return own && this != OFFICE;
    }

    /** Whether a unit of that kind has such posts. */
    public boolean fits(Unit unit) {
        return switch (this) {
            case CONTACT, CHECKER, OFFICE, LEADER -> unit.evaluated();
            case CITY -> unit.level() == Level.CITY;
            case INSPECTOR, COMMITTEE, PROVINCE -> !unit.evaluated();
        };
    }

    /** Whether who signs on a post of the one kind does not sign on one of the other: filler and checker, office and leader. */
    boolean apartFrom(Role other) {
        return switch (this) {
            case CONTACT -> other == CHECKER;
            case CHECKER -> other == CONTACT;
            case OFFICE -> other == LEADER;
            case LEADER -> other == OFFICE;
            case CITY, INSPECTOR, COMMITTEE, PROVINCE -> false;
        };
    }

    /** Whether it signs for the whole unit, not for one body of it. */
    public boolean signsWhole() {
        return this == OFFICE || this == LEADER;
    }

    public Sentence title() {
        return title;
    }

    @Override
    public List<String> names() {
        return this == LEADER ? List.of(title.zh(), title.en(), "组长", "副组长") : List.of(title.zh(), title.en());
    }

    /** As a person writes it: by its title in either language, its code, or the head or deputy alone. */
    public static Optional<Role> written(String text) {
        return Coded.called(Role.class, text.toLowerCase(Locale.ROOT));
    }
}
