package pingheng.people.staff.pages;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.people.People;
import pingheng.people.Visitor;
import pingheng.people.staff.Mergers;
import pingheng.people.staff.Mergers.Merger;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.Codes;
import pingheng.value.UnitCode;

/** Merging units: a page that says what will happen, then the verb. */
@Controller
@RequestMapping("/people/offices/mergers")
class MergerPages {
    private final People people;
    private final Mergers mergers;

    MergerPages(People people, Mergers mergers) {
        this.people = people;
        this.mergers = mergers;
    }

    @GetMapping
    Page merger(
            Visitor visitor,
            @RequestParam(required = false) @Nullable UnitCode unit,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String successors) {
        Refused.on(Mergers.whyNotProvince(visitor));
        var whyNot = day == null || unit == null
                ? Optional.<Reason>empty()
                : mergers.whyNotMerge(visitor, new Merger(unit, day, Codes.typed(successors, UnitCode::new)));
        return new MergerPage(visitor, people.units(), unit, day, successors.strip(), whyNot);
    }

    @PostMapping
    String merge(
            Visitor visitor,
            @RequestParam UnitCode unit,
            @RequestParam LocalDate day,
            @RequestParam String successors) {
        mergers.merge(visitor, new Merger(unit, day, Codes.typed(successors, UnitCode::new)));
        Rendering.tell(Sentence.of("单位 %1$s 自 %2$s 起撤并", "The unit %1$s is no more from %2$s on", unit, day));
        return "redirect:/people/offices";
    }
}
