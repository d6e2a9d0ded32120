package pingheng.people.staff.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.staff.Bodies;
import pingheng.people.staff.Contacts;
import pingheng.people.staff.Kinds;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.text.Coded;
import pingheng.value.BodyId;

/** The people of a unit, its bodies and posts. */
@Controller
@RequestMapping("/people/{unit:[0-9]{6}}")
class PeoplePages {
    private final People people;
    private final Bodies bodies;
    private final Contacts contacts;
    private final Kinds kinds;

    PeoplePages(People people, Bodies bodies, Contacts contacts, Kinds kinds) {
        this.people = people;
        this.bodies = bodies;
        this.contacts = contacts;
        this.kinds = kinds;
    }

    @GetMapping
    Page people(Visitor visitor, Unit unit, @RequestParam(defaultValue = "all") String show) {
        var holders = people.holders(unit.code());
        return new PeoplePage(
                visitor,
                unit,
                Coded.of(PeoplePage.Show.class, show).orElseThrow(() -> new Refused(Reason.unknown())),
                people.bodies(unit.code()),
                people.posts(unit.code()).stream()
                        .map(post -> new PeoplePage.Row(
                                post,
                                holders.stream()
                                        .filter(holder -> holder.post().equals(post.id()))
                                        .toList()))
                        .toList(),
                visitor.whyNotBody(unit),
                contacts.whyNotTake(visitor, unit));
    }

    @GetMapping("/bodies/new")
    Page body(Visitor visitor, Unit unit) {
        return new BodyPage(visitor, unit, null, kinds.of(unit), visitor.whyNotBody(unit));
    }

    @GetMapping("/bodies/{id:[0-9]+}")
    Page body(Visitor visitor, Unit unit, @PathVariable BodyId id) {
        return new BodyPage(visitor, unit, bodies.get(unit, id), kinds.of(unit), visitor.whyNotBody(unit));
    }

    /** What the form of a body says; boxes that are not ticked are not sent. */
    record Typed(
            @Nullable String name,
            @Nullable String shortName,
            @Nullable String kind,
            @Nullable String town,
            @Nullable String inGroup) {
        Body body(BodyId id, Unit unit) {
            return new Body(id, unit.code(), text(name), text(shortName), text(kind), town != null, inGroup != null);
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    @PostMapping("/bodies")
    String add(Visitor visitor, Unit unit, Typed typed) {
        var id = bodies.add(visitor, unit, typed.body(BodyId.NEW, unit));
        Rendering.tell(new Sentence("已新增，请给它加岗位", "Entered: now give it posts"));
        return "redirect:/people/" + unit.code() + "/bodies/" + id;
    }

    @PostMapping("/bodies/{id:[0-9]+}")
    String change(Visitor visitor, Unit unit, @PathVariable BodyId id, Typed typed) {
        bodies.change(visitor, unit, typed.body(id, unit));
        Rendering.tell(new Sentence("已保存", "Saved"));
        return "redirect:/people/" + unit.code();
    }

    @PostMapping("/bodies/{id:[0-9]+}/posts")
    String post(
            Visitor visitor,
            Unit unit,
            @PathVariable BodyId id,
            @RequestParam String title,
            @RequestParam String role) {
        var wanted = Role.written(role).orElseThrow(() -> new Refused(Reason.unknown()));
        return "redirect:/people/" + unit.code() + "/posts/" + bodies.post(visitor, unit, id, title, wanted);
    }
}
