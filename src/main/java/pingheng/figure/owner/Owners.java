package pingheng.figure.owner;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.framework.FigureDefinition;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.FigureCode;
import pingheng.value.number.Version;

/** Tells who owns the figures of a unit. Its office moves a figure to another body, with a reason. */
@Service
public class Owners {
    private static final int LONGEST = 2000;

    private final OwnerStore store;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    Owners(OwnerStore store, People people, Ledger ledger, Clock clock) {
        this.store = store;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The owners of today; {@code leads} is the lead body of the first point that reads a figure. */
    public FigureOwners of(HeldRound round, Unit unit, Map<FigureCode, BodyId> leads) {
        return new FigureOwners(store.candidates(round.id(), unit.code(), people.today()), leads);
    }

    /** The moves of a figure, the newest first. */
    public List<Move> moves(HeldRound round, Unit unit, FigureDefinition figure) {
        return store.moves(round.id(), unit.code(), figure.code());
    }

    /** Moves a figure to another body of the unit. Whether the visitor may is asked before. */
    @Transactional
    public void move(RequestContext context, FigureDefinition figure, FigureOwners owners, BodyId body, String reason) {
        var to = Optional.ofNullable(owners.names().get(body)).orElseThrow(() -> new Refused(Reason.unknown()));
        var from = owners.of(figure);
        Refused.on(whyNotTo(from, body, to, reason));

        var move =
                new Move(Version.NONE, body, to, reason.strip(), context.user().login(), clock.instant());
        if (!store.move(context.round().id(), context.unit().code(), figure.code(), move))
            throw new Refused(Reason.conflict(
                    "figure.owner-meanwhile",
                    "刚刚有人改派过这个数；请重新打开页面核对",
                    "Somebody has just moved this figure: open the page again and compare"));

        ledger.record(
                context.user().actor(),
                context.unit().code(),
                "figure.owner",
                "figure/" + figure.code(),
                Sentence.of(
                        "数据「%1$s」改由%2$s报送，原由%3$s报送；理由：%4$s",
                        "Figure “%5$s” is now reported by %2$s, before by %3$s; reason: %4$s",
                        figure.title().zh(),
                        to,
                        from.map(Owner::name).orElse("—"),
                        reason.strip(),
                        figure.title().en()));
    }

    private static Optional<Reason> whyNotTo(Optional<Owner> from, BodyId body, String to, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST)
            return Optional.of(Reason.malformed(
                    "figure.owner-reason",
                    "请写明改派理由（2000 字以内）",
                    "Say why the figure is moved (2,000 characters at most)"));
        return from.filter(owner -> owner.body().equals(body))
                .map(owner ->
                        Reason.conflict("figure.owner-same", "这个数本来就由%1$s报送", "%1$s reports this figure already", to));
    }
}
