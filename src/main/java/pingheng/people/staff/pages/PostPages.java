package pingheng.people.staff.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.account.Slip;
import pingheng.people.staff.Staff;
import pingheng.problem.Sentence;
import pingheng.value.Login;
import pingheng.value.PostId;

/** One post: appointing, dismissing, handing over, slips. Slips are the answer itself: they are said once, to nobody else. */
@Controller
@RequestMapping("/people/{unit:[0-9]{6}}/posts/{id:[0-9]+}")
class PostPages {
    private final People people;
    private final Staff staff;

    PostPages(People people, Staff staff) {
        this.people = people;
        this.staff = staff;
    }

    @GetMapping
    Page post(Visitor visitor, Unit unit, @PathVariable PostId id) {
        var post = staff.post(unit, id);
        return new PostPage(
                visitor,
                unit,
                post,
                staff.holders(unit, id).stream()
                        .map(holder -> new PostPage.One(
                                holder,
                                people.held(holder.login()).size() - 1,
                                staff.whyNotDismiss(visitor, unit, post, holder.login()),
                                staff.whyNotSlip(visitor, holder.login())))
                        .toList(),
                people.terms(id),
                people.known(unit.code()),
                staff.whyNotAppoint(visitor, unit, post));
    }

    @PostMapping("/appointments")
    Object appoint(
            Visitor visitor,
            Unit unit,
            @PathVariable PostId id,
            @RequestParam Login login,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        return answer(staff.appoint(visitor, unit, id, login, name), unit, id, request);
    }

    @PostMapping("/dismissals")
    String dismiss(Visitor visitor, Unit unit, @PathVariable PostId id, @RequestParam Login login) {
        var name = people.known(unit.code()).getOrDefault(login, login.text());
        staff.dismiss(visitor, unit, id, login);
        Rendering.tell(Sentence.of("%s 已免去这个岗位", "%s has left the post", name));
        return "redirect:/people/" + unit.code() + "/posts/" + id;
    }

    @PostMapping("/handovers")
    Object handOver(
            Visitor visitor,
            Unit unit,
            @PathVariable PostId id,
            @RequestParam Login from,
            @RequestParam Login login,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        return answer(staff.handOver(visitor, unit, id, from, login, name), unit, id, request);
    }

    @PostMapping("/slips")
    Page slip(
            Visitor visitor,
            Unit unit,
            @PathVariable PostId id,
            @RequestParam Login login,
            HttpServletRequest request) {
        var slip = staff.slip(visitor, unit, id, login);
        return slips(
                List.of(slip),
                new Sentence("已重发一次性口令，原密码作废", "A new slip; the password before it works no more"),
                unit,
                path(unit, id),
                request);
    }

    private Object answer(Optional<Slip> slip, Unit unit, PostId id, HttpServletRequest request) {
        var post = staff.post(unit, id);
        if (slip.isPresent()) return slips(slip.stream().toList(), done(post), unit, path(unit, id), request);
        Rendering.tell(done(post));
        return "redirect:" + path(unit, id);
    }

    private static Sentence done(Post post) {
        return Sentence.of("「%s」已有新人到任", "Somebody new is on the post “%s”", post.told());
    }

    private static String path(Unit unit, PostId id) {
        return "/people/" + unit.code() + "/posts/" + id;
    }

    /** The address of the sign-in as the visitor sees it stands on each slip. */
    static SlipsPage slips(List<Slip> slips, Sentence told, Unit unit, String back, HttpServletRequest request) {
        var address = request.getRequestURL().toString().replaceFirst("(?<=[^:/])/.*$", "");
        return new SlipsPage(told, unit.name(), slips, address + "/slip", back);
    }
}
