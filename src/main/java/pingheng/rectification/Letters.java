package pingheng.rectification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Chain;
import pingheng.ledger.ChainHead;
import pingheng.ledger.Entry;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.problem.StandingText;
import pingheng.result.release.Release;
import pingheng.result.release.Released;
import pingheng.result.release.Shortfalls;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.value.UnitCode;

/** The opinion letters of a round: drafted from what was released, issued once to each unit by the province. */
@Service
public class Letters {
    private static final int LONGEST = 5000;
    private static final int LONGEST_DOCUMENT = 100;
    private static final int DRAFTED = 8;

    private final LetterStore store;
    private final Released released;
    private final Shortfalls shortfalls;
    private final Rounds rounds;
    private final Ledger ledger;
    private final Clock clock;

    Letters(LetterStore store, Released released, Shortfalls shortfalls, Rounds rounds, Ledger ledger, Clock clock) {
        this.store = store;
        this.released = released;
        this.shortfalls = shortfalls;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Optional<Letter> letter(HeldRound round, Unit unit) {
        return store.letter(round.id(), unit.code());
    }

    /** The units of a round that have their letter. */
    public List<UnitCode> issued(HeldRound round) {
        return store.issued(round.id());
    }

    /** Whether the unit has its letter. */
    public boolean isIssued(HeldRound round, Unit unit) {
        return store.isIssued(round.id(), unit.code());
    }

    /** Why the visitor cannot lead what follows a release: only the province does. */
    static Optional<Reason> whyNotLead(Visitor visitor) {
        return visitor.is(Role.PROVINCE)
                ? Optional.empty()
                : Optional.of(Reason.forbidden(
                        "rectification.province",
                        "意见书由省级印发，整改由省级复查",
                        "Letters are issued and what was done is re-checked by the province"));
    }

    /** Why the visitor cannot issue letters: only the province does, once the result is in force. */
    public Optional<Reason> whyNotIssue(Visitor visitor, HeldRound round) {
        var lead = whyNotLead(visitor);
        if (lead.isPresent() || released.inForce(round).isPresent()) return lead;
        return Optional.of(Reason.conflict(
                "rectification.not-released", "结果生效之后才能印发意见书", "Letters follow a result that is in force"));
    }

    /** What the letter to a unit would say: its result, and where it lost most. */
    public Letter.Draft draft(HeldRound round, Unit unit) {
        var drafted = drafts(round).get(unit.code());
        if (drafted == null) throw new Refused(Reason.unknown());
        return drafted;
    }

    /** Issues the letter to a unit as it was edited; lines of the problem list that are blank are left out. */
    @Transactional
    public void issue(RequestContext context, String document, Letter.Draft draft) {
        Refused.on(whyNotIssue(context.user(), context.round()));
        check(document);
        if (draft.text().isBlank() || draft.text().length() > LONGEST)
            throw new Refused(Reason.malformed(
                    "rectification.text", "请写意见，至多 %1$d 字", "Write the opinion, %1$d characters at most", LONGEST));
        var points = rounds.framework(context.round(), context.unit()).points();
        for (var one : draft.deficiencies())
            if (one.text().length() > LONGEST
                    || points.stream().noneMatch(point -> point.code().equals(one.point())))
                throw new Refused(Reason.malformed(
                        "rectification.deficiency",
                        "问题须写在一个观测点上，至多 %1$d 字",
                        "A deficiency is written on a point, in %1$d characters at most",
                        LONGEST));
        if (!add(context, document, numbered(draft), head(context.round())))
            throw new Refused(
                    Reason.conflict("rectification.issued", "意见书已经印发，不再更改", "The letter is issued and does not change"),
                    letter(context.round(), context.unit()).stream()
                            .map(issued -> StandingText.of(issued.name(), issued.at(), issued.text()))
                            .toList());
    }

    /** Issues the drafted letter to every unit that has none; returns how many. */
    @Transactional
    public int issueAll(RoundContext context, String document) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(whyNotIssue(visitor, round));
        check(document);
        var drafts = drafts(round);
        var head = head(round);
        int issued = 0;
        for (var unit : rounds.units(round)) {
            var draft = drafts.get(unit.code());
            if (draft != null && add(new RequestContext(visitor, round, unit, clock.instant()), document, draft, head))
                issued++;
        }
        if (issued == 0)
            throw new Refused(
                    Reason.conflict("rectification.all-issued", "意见书都已印发", "Every unit has its letter already"));
        return issued;
    }

    /** The end of the round's chain at its release; none where it was released before rounds had chains. */
    private @Nullable ChainHead head(HeldRound round) {
        return released.inForce(round)
                .flatMap(release -> ledger.naming(Chain.of(round.code()), Release.VERB, release.digest()))
                .map(Entry::head)
                .orElse(null);
    }

    private boolean add(RequestContext context, String document, Letter.Draft draft, @Nullable ChainHead head) {
        var number = document.strip();
        var letter = new Letter(
                number,
                draft.text().strip(),
                draft.digest(context.round(), context.unit(), number, head),
                context.user().name(),
                clock.instant(),
                draft.deficiencies(),
                head);
        if (!store.issue(context.round().id(), context.unit().code(), letter, context.user())) return false;
        ledger.record(
                context.user().actor(),
                context.unit().code(),
                "rectification.issued",
                "letter/" + context.unit().code(),
                Sentence.of(
                        "印发意见书 %1$s，列出问题 %2$d 个，摘要 %3$s",
                        "Opinion letter %1$s is issued with %2$d deficiencies, digest %3$s",
                        number,
                        draft.deficiencies().size(),
                        letter.digest()));
        return true;
    }

    private Map<UnitCode, Letter.Draft> drafts(HeldRound round) {
        var drafts = new HashMap<UnitCode, Letter.Draft>();
        var release = released.inForce(round);
        if (release.isEmpty()) return drafts;
        shortfalls
                .of(round)
                .forEach((unit, of) ->
                        drafts.put(unit, draft(round, release.get().proposal(), of)));
        return drafts;
    }

    private static Letter.Draft draft(HeldRound round, Release.Proposal released, Shortfalls.OfUnit of) {
        var unit = of.unit();
        var total = unit.total();
        var result = total == null
                ? "总成绩未定"
                : "总成绩 " + total.setScale(2, RoundingMode.HALF_UP).toPlainString() + " 分，列" + unit.region() + "同级第 "
                        + unit.place() + " 名";
        var text = "%s已经批准（%s）。%s%s。%s"
                .formatted(
                        round.settings().title().zh(),
                        released.document(),
                        unit.name(),
                        result,
                        of.shortfalls().isEmpty()
                                ? "各观测点均得满分，请继续保持。"
                                : "失分较多的观测点列入下附问题清单，请逐项制定整改措施，明确责任单位和期限，按期完成并报送证明材料。");
        var deficiencies = new ArrayList<Deficiency>();
        for (var lost : of.shortfalls().stream().limit(DRAFTED).toList())
            deficiencies.add(new Deficiency(
                    deficiencies.size() + 1,
                    lost.point(),
                    "%s：得 %s 分，满分 %s 分。".formatted(lost.title().zh(), plain(lost.score()), plain(lost.maximum()))));
        return new Letter.Draft(text, deficiencies);
    }

    private static Letter.Draft numbered(Letter.Draft draft) {
        var numbered = new ArrayList<Deficiency>();
        for (var one : draft.deficiencies())
            if (!one.text().isBlank())
                numbered.add(new Deficiency(
                        numbered.size() + 1, one.point(), one.text().strip()));
        return new Letter.Draft(draft.text().strip(), numbered);
    }

    private static void check(String document) {
        if (document.isBlank() || document.length() > LONGEST_DOCUMENT)
            throw new Refused(Reason.malformed(
                    "rectification.document",
                    "请写明意见书文号，至多 %1$d 字",
                    "Write the number of the document, %1$d characters at most",
                    LONGEST_DOCUMENT));
    }

    private static String plain(BigDecimal number) {
        var rounded = number.setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
