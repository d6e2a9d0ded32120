package pingheng.visit.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.page.Refusable;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.value.UnitCode;
import pingheng.visit.Sample;
import pingheng.visit.Stratum;
import pingheng.visit.Visit;

/** The sample of a round: how it was drawn, who is visited, and, as far as the visitor may know, how far the visits are. */
public record SamplePage(
        HeldRound round,
        @Nullable Sample sample,
        List<Stratum> strata,
        Map<UnitCode, Sentence> states,
        Optional<Reason> whyNotLead,
        Map<String, String> typed,
        @Nullable Refused refused)
        implements Refusable {
    public String path(String rest) {
        return "/r/" + round.code() + "/visits" + rest;
    }

    public boolean leads() {
        return whyNotLead.isEmpty();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** How far a visit is, in a word; none of it for those who may not see the visit. */
    public Sentence state(UnitCode unit) {
        return states.getOrDefault(unit, new Sentence("", ""));
    }

    static Sentence told(Visit visit, Visitor visitor) {
        var countersigned = visit.countersigned();
        if (countersigned.isPresent())
            return countersigned.get().agrees()
                    ? new Sentence("已会签：属实", "countersigned")
                    : new Sentence("已会签：有异议", "countersigned with an objection");
        if (visit.handedOver().isPresent()) return new Sentence("待会签", "to be countersigned");
        if (visitor.ownsUnit(visit.unit().code())) return new Sentence("等待核查记录", "waits for the findings");
        if (visit.inspectors().isEmpty()) return new Sentence("未指派", "nobody is sent");
        return new Sentence("核查中", "under way");
    }
}
