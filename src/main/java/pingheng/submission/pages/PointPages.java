package pingheng.submission.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.evidence.Evidence;
import pingheng.evidence.Kind;
import pingheng.figure.owner.FigureOwners;
import pingheng.figure.owner.Owner;
import pingheng.figure.undecided.Explanation;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Marks;
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.Answer;
import pingheng.submission.Answers;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff;
import pingheng.submission.SignOffs;
import pingheng.submission.fallen.FallenSignatures;
import pingheng.submission.figures.Reporting;
import pingheng.submission.texts.AnswerText;
import pingheng.submission.texts.AtOnce;
import pingheng.submission.texts.Settlements;
import pingheng.text.Coded;
import pingheng.value.EvidenceId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

@Controller
@RequestMapping("/r/{round}/{unit}/points/{point}")
class PointPages {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final SignOffs signOffs;
    private final Evidence evidence;
    private final Settlements settlements;
    private final Reporting reporting;
    private final FallenSignatures fallen;
    private final UnitHistory history;

    PointPages(
            SelfEvaluations selfEvaluations,
            Answers answers,
            SignOffs signOffs,
            Evidence evidence,
            Settlements settlements,
            Reporting reporting,
            FallenSignatures fallen,
            UnitHistory history) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.signOffs = signOffs;
        this.evidence = evidence;
        this.settlements = settlements;
        this.reporting = reporting;
        this.fallen = fallen;
        this.history = history;
    }

    @GetMapping
    Page show(RequestContext context, @PathVariable PointCode point) {
        history.sighted(context, "point/" + point, "观测点 " + point, "point " + point);
        return page(context, point, null);
    }

    /**
     * Saves continuously: the answer to a script is the page as it is then, with when it was saved. Where another was faster the page
     * goes on naming the version that its writer has seen, so that saving again replaces nothing.
     */
    @PostMapping
    Object save(
            RequestContext context,
            @PathVariable PointCode point,
            @RequestParam(defaultValue = "0") Version seen,
            @RequestParam(required = false) @Nullable List<String> mark,
            @RequestParam Map<String, String> typed,
            HttpServletRequest form) {
        var kept = answers.save(context, point, draft(seen, mark, typed));
        var said = said(kept, history.names(context.unit()));
        if (form.getHeader("HX-Request") != null) return page(context, point, said);
        Rendering.tell(said);
        return context.redirect("points/" + point);
    }

    /** Settles which of several texts is to stand: one of those that are shown, or what was written in the form. */
    @PostMapping("/settlement")
    String settle(
            RequestContext context,
            @PathVariable PointCode point,
            @RequestParam(defaultValue = "0") Version over,
            @RequestParam(required = false) @Nullable List<Long> aside,
            @RequestParam(required = false) @Nullable Integer take,
            @RequestParam(required = false) @Nullable List<String> mark,
            @RequestParam Map<String, String> typed) {
        var settlement = new Settlements.Settlement(
                over,
                aside == null ? List.of() : aside,
                take == null
                        ? new Settlements.Choice.Written(draft(over, mark, typed))
                        : new Settlements.Choice.Taken(take));
        var settled = settlements.settle(context, point, settlement);
        Rendering.tell(said(settled, history.names(context.unit())));
        return context.redirect("points/" + point);
    }

    @PostMapping("/sign-offs")
    String sign(
            RequestContext context,
            @PathVariable PointCode point,
            @RequestParam String step,
            @RequestParam String digest) {
        signOffs.sign(
                context,
                point,
                switch (step) {
                    case "filled" -> SignOff.Step.FILLED;
                    case "checked" -> SignOff.Step.CHECKED;
                    default -> throw new Refused(Reason.unknown());
                },
                digest);
        return context.redirect("points/" + point);
    }

    @PostMapping("/returns")
    String giveBack(RequestContext context, @PathVariable PointCode point, @RequestParam String reason) {
        signOffs.giveBack(context, point, reason);
        return context.redirect("points/" + point);
    }

    @PostMapping("/evidence")
    String attach(
            RequestContext context,
            @PathVariable PointCode point,
            @RequestParam MultipartFile file,
            @RequestParam String kind)
            throws IOException {
        var own = selfEvaluations.of(context);
        Refused.on(answers.whyNotEdit(context, own, point));
        var of = Coded.of(Kind.class, kind).orElseThrow(() -> new Refused(Reason.unknown()));
        answers.attach(context, evidence.take(file.getOriginalFilename(), file), of, List.of(point));
        return context.redirect("points/" + point + "#evidence");
    }

    /** Cites a file that is there already, or takes it off the point. */
    @PostMapping("/citations")
    String cite(
            RequestContext context,
            @PathVariable PointCode point,
            @RequestParam EvidenceId document,
            @RequestParam boolean cites) {
        answers.cite(context, document, point, cites);
        return context.redirect("points/" + point + "#evidence");
    }

    private PointPage page(RequestContext context, PointCode code, @Nullable Sentence saved) {
        var own = selfEvaluations.of(context);
        var point = own.point(code).orElseThrow(() -> new Refused(Reason.unknown()));
        var codes = own.points().stream().map(one -> one.point().code()).toList();
        int at = codes.indexOf(code);
        var owners = reporting.owners(own);
        var names = history.names(context.unit());
        var may = may(context, own, point);
        return new PointPage(
                context,
                point,
                figures(context, own, owners, point),
                owners.names(),
                names,
                texts(context, point, point.signed().beside() == 0 ? List.of() : answers.beside(own, code), names, may),
                may,
                new PointPage.Around(
                        at > 0 ? codes.get(at - 1) : null,
                        at + 1 < codes.size() ? codes.get(at + 1) : null,
                        history.about(context, "point/" + code),
                        evidence.of(context.round(), context.unit()).stream()
                                .filter(document -> !document.points().contains(code))
                                .toList(),
                        own.derivation(point),
                        fallen.of(own, List.of(point)).getOrDefault(code, List.of()),
                        own.warning(point).filter(warning -> may.whyNotEdit().isEmpty())),
                saved);
    }

    private PointPage.Figures figures(RequestContext context, SelfEvaluation own, FigureOwners owners, OwnPoint point) {
        var owned = new HashMap<String, Owner>();
        var whyNot = new HashMap<String, Reason>();
        for (var cell : point.reads()) {
            owners.of(cell.definition()).ifPresent(owner -> owned.put(cell.key(), owner));
            reporting.whyNotReport(context, own, owners, cell).ifPresent(why -> whyNot.put(cell.key(), why));
        }
        return new PointPage.Figures(own.reported(), owned, whyNot, Explanation.of(own.framework(), owners));
    }

    /** What the form holds, the visitor's own text where one waits; and all texts side by side. */
    private static PointPage.Texts texts(
            RequestContext context,
            OwnPoint point,
            List<Answer.Beside> beside,
            Map<Login, String> names,
            PointPage.May may) {
        var draft = beside.stream()
                .map(Answer.Beside::answer)
                .filter(text -> text.isBy(context.user().login()))
                .findFirst()
                .orElse(point.answer());
        var texts = AtOnce.opened(
                context.path("points/" + point.point().code()),
                context.user().login(),
                draft.version(),
                point.answer(),
                point.answer().writer(names),
                beside.stream()
                        .map(text -> AnswerText.of(
                                text.id(), text.answer(), text.answer().writer(names)))
                        .toList());
        return new PointPage.Texts(draft, may.whyNotEdit().isPresent() ? texts : texts.asking());
    }

    private PointPage.May may(RequestContext context, SelfEvaluation own, OwnPoint point) {
        return new PointPage.May(
                answers.whyNotEdit(context, own, point.point().code()),
                signOffs.whyNotFill(context, own, point),
                signOffs.whyNotCheck(context, own, point),
                signOffs.whyNotGiveBack(context, own, point));
    }

    private static Sentence said(Answers.Kept kept, Map<Login, String> names) {
        return switch (kept) {
            case Answers.Kept.Saved(Answer answer) ->
                new Sentence("已保存（第 " + answer.version() + " 版）", "Saved (version " + answer.version() + ")");
            case Answers.Kept.Beside(Answer newest) ->
                Sentence.of(
                        "%1$s 在您之前保存了第 %2$s 版；您的文字已另存并列，没有替换它，请在下面定下用哪一份",
                        "%1$s saved version %2$s before you; your text is kept beside it and replaces nothing: settle below"
                                + " which is to stand",
                        newest.writer(names),
                        newest.version());
        };
    }

    private static Sentence said(Settlements.Settled settled, Map<Login, String> names) {
        return switch (settled) {
            case Settlements.Settled.Stands(Answer answer) ->
                new Sentence(
                        "已定：以第 " + answer.version() + " 版为准，其余留在历次文字里",
                        "Settled: version " + answer.version() + " stands, the others stay in the history");
            case Settlements.Settled.Unseen(Answer newest) ->
                Sentence.of(
                        "还没有定：%1$s 在您打开页面后又写了，请看过下面各份再定",
                        "Not settled: %1$s has written since you opened the page; look at the texts below and settle again",
                        newest.writer(names));
        };
    }

    private static Answers.Draft draft(Version seen, @Nullable List<String> mark, Map<String, String> typed) {
        var claim = typed.getOrDefault("claim", "").strip();
        return new Answers.Draft(
                seen,
                mark == null ? Marks.NONE : joined(mark),
                claim.isEmpty() ? null : ScoreInput.score("claim", claim),
                typed.getOrDefault("reason", ""),
                typed.getOrDefault("statement", ""));
    }

    private static Marks joined(List<String> marks) {
        try {
            return Marks.of(marks);
        } catch (Malformed malformed) {
            throw new Refused(Answers.noMarks(malformed.sentence()));
        }
    }
}
