package pingheng.people;

/** A post 岗位: what duties belong to, whoever holds it. */
public record Post(long id, String title, Role role, Body body) {
    /** As the ledger and slips name it: the body and the title. */
    public String told() {
        return body.name() + " " + title;
    }
}
