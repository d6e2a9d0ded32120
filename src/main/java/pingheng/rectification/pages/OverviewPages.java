package pingheng.rectification.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import pingheng.page.Page;
import pingheng.people.Role;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.rectification.Letters;
import pingheng.rectification.Rectifications;
import pingheng.rectification.Rectifying;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;

@Controller
class OverviewPages {
    private final Rounds rounds;
    private final Letters letters;
    private final Rectifications rectifications;
    private final Rectifying rectifying;

    OverviewPages(Rounds rounds, Letters letters, Rectifications rectifications, Rectifying rectifying) {
        this.rounds = rounds;
        this.letters = letters;
        this.rectifications = rectifications;
        this.rectifying = rectifying;
    }

    /** For the province and, of its own units, a city. */
    @GetMapping("/r/{round}/rectification")
    Page show(RoundContext context) {
        var visitor = context.user();
        var round = context.round();
        if (!visitor.is(Role.PROVINCE) && !visitor.is(Role.CITY)) throw new Refused(Reason.unknown());
        var all = rectifications.all(round);
        var units = rounds.units(round).stream()
                .filter(unit -> visitor.whyNotSee(unit).isEmpty())
                .toList();
        return new OverviewPage(
                round,
                units.stream()
                        .map(unit -> new OverviewPage.Line(unit, all.get(unit.code())))
                        .toList(),
                units.size(),
                letters.whyNotIssue(visitor, round),
                visitor.is(Role.PROVINCE),
                rectifying.today(round));
    }
}
