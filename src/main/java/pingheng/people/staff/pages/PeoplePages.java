package pingheng.people.staff.pages;

import jakarta.servlet.http.HttpServletRequest;
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
    Page people(Visitor visitor, @PathVariable String unit, @RequestParam(defaultValue = "all") String show) {
        var seen = people.seen(visitor, unit);
        var holders = people.holders(unit);
        return new PeoplePage(
                visitor,
                seen,
                Coded.of(PeoplePage.Show.class, show).orElseThrow(() -> new Refused(Reason.unknown())),
                people.bodies(unit),
                people.posts(unit).stream()
                        .map(post -> new PeoplePage.Row(
                                post,
                                holders.stream()
                                        .filter(holder -> holder.post().equals(post.id()))
                                        .toList()))
                        .toList(),
                visitor.whyNotBody(seen),
                contacts.whyNotTake(visitor, seen));
    }

    @GetMapping("/bodies/new")
    Page body(Visitor visitor, @PathVariable String unit) {
        var seen = people.seen(visitor, unit);
        return new BodyPage(visitor, seen, null, kinds.of(seen), visitor.whyNotBody(seen));
    }

    @GetMapping("/bodies/{id:[0-9]+}")
    Page body(Visitor visitor, @PathVariable String unit, @PathVariable BodyId id) {
        var seen = people.seen(visitor, unit);
        return new BodyPage(visitor, seen, bodies.get(seen, id), kinds.of(seen), visitor.whyNotBody(seen));
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
    String add(Visitor visitor, @PathVariable String unit, Typed typed, HttpServletRequest request) {
        var seen = people.seen(visitor, unit);
        var id = bodies.add(visitor, seen, typed.body(BodyId.NEW, seen));
        Rendering.tell(request, new Sentence("已新增，请给它加岗位", "Entered: now give it posts"));
        return "redirect:/people/" + unit + "/bodies/" + id;
    }

    @PostMapping("/bodies/{id:[0-9]+}")
    String change(
            Visitor visitor,
            @PathVariable String unit,
            @PathVariable BodyId id,
            Typed typed,
            HttpServletRequest request) {
        var seen = people.seen(visitor, unit);
        bodies.change(visitor, seen, typed.body(id, seen));
        Rendering.tell(request, new Sentence("已保存", "Saved"));
        return "redirect:/people/" + unit;
    }

    @PostMapping("/bodies/{id:[0-9]+}/posts")
    String post(
            Visitor visitor,
            @PathVariable String unit,
            @PathVariable BodyId id,
            @RequestParam String title,
            @RequestParam String role) {
        var seen = people.seen(visitor, unit);
        var wanted = Role.written(role).orElseThrow(() -> new Refused(Reason.unknown()));
        return "redirect:/people/" + unit + "/posts/" + bodies.post(visitor, seen, id, title, wanted);
    }
}
