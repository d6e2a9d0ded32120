package pingheng.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pingheng.people.Body;
import pingheng.people.Role;
import pingheng.problem.Sentence;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.text.Coded;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** Reads who takes part in a rehearsal: bodies with what they owe, posts with who holds them and what one may try there. */
record CastSheet(List<Owing> bodies, List<Post> posts) {
    private static final List<Column> BODIES = columns(
            "division",
            "name",
            "short_name",
            "kind",
            "town",
            "in_group",
            "summary",
            "evidence",
            "contact",
            "self_evaluation");
    private static final List<Column> POSTS =
            columns("division", "body", "title", "role", "login", "name", "hint_zh", "hint_en");

    /** A body and the codes of its obligations. */
    record Owing(Body body, List<String> owes) {}

    /** A post, and the person on it. */
    record Post(UnitCode division, String body, String title, Role role, Login login, String name, Sentence hint) {}

    static CastSheet read(Folder folder) {
        var bodies = new ArrayList<Owing>();
        folder.read("bodies", BODIES, row -> {
            var owes = new ArrayList<String>();
            for (var kind : List.of("summary", "evidence", "contact", "self_evaluation"))
                if (row.word(kind).equals("yes")) owes.add(kind.replace('_', '-'));
            bodies.add(new Owing(
                    new Body(
                            BodyId.NEW,
                            new UnitCode(row.required("division")),
                            row.requiredText("name"),
                            row.requiredText("short_name"),
                            row.text("kind"),
                            row.word("town").equals("yes"),
                            row.word("in_group").equals("yes")),
                    owes));
        });
        var posts = new ArrayList<Post>();
        folder.read(
                "posts",
                POSTS,
                row -> posts.add(new Post(
                        new UnitCode(row.required("division")),
                        row.requiredText("body"),
                        row.requiredText("title"),
                        Coded.of(Role.class, row.required("role")).orElseThrow(),
                        new Login(row.required("login")),
                        row.requiredText("name"),
                        new Sentence(row.text("hint_zh"), row.text("hint_en")))));
        return new CastSheet(bodies, posts);
    }

    /** The part of it in these divisions; a folder may hold fewer than the cast works for. */
    CastSheet of(Set<UnitCode> divisions) {
        return new CastSheet(
                bodies.stream()
                        .filter(one -> divisions.contains(one.body().division()))
                        .toList(),
                posts.stream()
                        .filter(post -> divisions.contains(post.division()))
                        .toList());
    }

    private static List<Column> columns(String... names) {
        return List.of(names).stream().map(Column::required).toList();
    }
}
