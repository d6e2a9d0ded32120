package pingheng.submission.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.duty.Duty;
import pingheng.evidence.Document;
import pingheng.figure.Cell;
import pingheng.framework.Point;
import pingheng.framework.rule.Outcome;
import pingheng.page.api.WhyNot;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.Answer;
import pingheng.submission.OwnPoint;
import pingheng.submission.SignOff;
import pingheng.value.BodyId;
import pingheng.value.EvidenceId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/**
 * One point as it stands. Its digest is SHA-256 over its content, which says in one way only what a sign-off is of; without a claim
 * the proposal is the self-score.
 */
record PointAnswer(
        PointCode point,
        Sentence title,
        String kind,
        BigDecimal points,
        String state,
        List<DutyPart> duties,
        List<Sentence> items,
        Text draft,
        List<String> reads,
        List<String> missing,
        Proposal proposal,
        List<Cited> evidence,
        String digest,
        String content,
        @Nullable Signed filled,
        @Nullable Signed checked,
        @Nullable Returned returned,
        List<Text> beside,
        @JsonProperty("why_not") Map<String, WhyNot> whyNot) {

    /** A body that leads or cooperates. */
    record DutyPart(BodyId body, boolean leads) {}

    /** What was written in a version; version 0 is before the first. A text beside it has a number. */
    record Text(
            @Nullable Long id,
            Version version,
            List<String> marks,
            @Nullable BigDecimal claim,
            String reason,
            String statement,
            @Nullable Login person,
            @Nullable OffsetDateTime at) {
        static Text of(RequestContext context, Answer answer) {
            return of(context, null, answer);
        }

        static Text of(RequestContext context, @Nullable Long id, Answer answer) {
            var at = answer.at();
            return new Text(
                    id,
                    answer.version(),
                    answer.marks().fields(),
                    answer.claim() == null ? null : answer.claim().points(),
                    answer.reason(),
                    answer.statement(),
                    answer.person(),
                    at == null ? null : context.at(at));
        }
    }

    /** What the rule makes of figures and marks: a score, or why there is none. */
    record Proposal(@Nullable BigDecimal score, @Nullable Sentence undecided) {
        static Proposal of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Scored(var score) -> new Proposal(score, null);
                case Outcome.NotApplicable(var why) -> new Proposal(null, why);
                case Outcome.Undecided(var why, var _) -> new Proposal(null, why);
            };
        }
    }

    record Cited(EvidenceId id, String sha256, String name, String kind) {
        static Cited of(Document document) {
            return new Cited(
                    document.id(),
                    document.sha256(),
                    document.name().value(),
                    document.kind().code());
        }
    }

    record Signed(Login person, OffsetDateTime at) {
        static @Nullable Signed of(RequestContext context, @Nullable SignOff signOff) {
            return signOff == null ? null : new Signed(signOff.person(), context.at(signOff.at()));
        }
    }

    record Returned(String reason, Login person, OffsetDateTime at) {}

    static PointAnswer of(
            RequestContext context, OwnPoint own, List<Answer.Beside> beside, Map<String, WhyNot> whyNot) {
        var returned = own.signed().returned();
        return new PointAnswer(
                own.point().code(),
                own.point().title(),
                own.point().kind().code(),
                own.point().points().rounded(4),
                state(own),
                own.duties().stream().map(PointAnswer::part).toList(),
                items(own.point()),
                Text.of(context, own.answer()),
                own.reads().stream().map(Cell::key).toList(),
                own.missing().stream().map(Cell::key).toList(),
                Proposal.of(own.proposal()),
                own.evidence().stream().map(Cited::of).toList(),
                own.digest(),
                own.content(),
                Signed.of(context, own.signed().filled()),
                Signed.of(context, own.signed().checked()),
                returned == null ? null : new Returned(returned.reason(), returned.person(), context.at(returned.at())),
                beside.stream()
                        .map(text -> Text.of(context, text.id(), text.answer()))
                        .toList(),
                whyNot);
    }

    static String state(OwnPoint own) {
        return own.state().code();
    }

    /** What is to be marked, in the order of the marks. */
    private static List<Sentence> items(Point point) {
        var items = new ArrayList<Sentence>();
        for (var part : point.rule().parts()) {
            var wordings = part.wording().items();
            for (int i = 0; i < part.rule().marks(); i++)
                items.add(i < wordings.size() ? wordings.get(i) : part.wording().title());
        }
        return items;
    }

    private static DutyPart part(Duty duty) {
        return new DutyPart(duty.body(), duty.leads());
    }
}
