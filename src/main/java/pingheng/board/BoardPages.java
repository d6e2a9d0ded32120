package pingheng.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.ledger.Audience;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Visitor;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.submission.SelfEvaluations;
import pingheng.value.PointCode;

@Controller
class BoardPages {
    private static final int ENTRIES = 100;

    private final Outlooks outlooks;
    private final Desks desks;
    private final SelfEvaluations selfEvaluations;
    private final People people;
    private final Rounds rounds;
    private final UnitLedger ledger;

    BoardPages(
            Outlooks outlooks,
            Desks desks,
            SelfEvaluations selfEvaluations,
            People people,
            Rounds rounds,
            UnitLedger ledger) {
        this.outlooks = outlooks;
        this.desks = desks;
        this.selfEvaluations = selfEvaluations;
        this.people = people;
        this.rounds = rounds;
        this.ledger = ledger;
    }

    @GetMapping("/")
    Page desk(Visitor visitor, HttpServletRequest request) {
        return desks.of(outlooks.of(request, visitor));
    }

    @GetMapping("/r/{round}/{unit}")
    Page county(RequestContext context) {
        var own = selfEvaluations.of(context);
        return new CountyPage(
                context,
                own,
                people.bodies(context.unit().code()).stream().collect(Collectors.toMap(Body::id, Body::shortName)),
                own.framework().points().size() - own.points().size());
    }

    @GetMapping("/r/{round}/{unit}/framework")
    Page framework(RequestContext context) {
        return new FrameworkPage(context, rounds.framework(context.round(), context.unit()));
    }

    @GetMapping("/r/{round}/{unit}/ledger")
    Page ledger(
            RequestContext context,
            @RequestParam(defaultValue = "") String chain,
            @RequestParam(required = false) @Nullable PointCode point,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String verb,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        var query = LedgerQuery.of(chain, point, office, verb, from, to);
        boolean newest = before == Long.MAX_VALUE;
        var found = ledger.before(context, before, ENTRIES + 1, query);
        var entries = found.subList(0, Math.min(ENTRIES, found.size()));
        return new LedgerPage(
                context,
                query,
                entries,
                found.size() > ENTRIES,
                ledger.names(entries),
                ledger.done(context, query.chain()),
                newest && query.isEmpty() && query.chain() == Audience.UNIT ? ledger.looks(context) : List.of(),
                newest,
                ledger.chains(context));
    }
}
