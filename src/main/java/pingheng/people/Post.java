package pingheng.people;

/** A post 岗位: what duties belong to, whoever holds it. */
public record Post(long id, String title, Role role, Body body) {}
