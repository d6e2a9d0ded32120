package pingheng.submission.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
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
import pingheng.page.Page;
import pingheng.page.Rendering;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.pages.Where;
import pingheng.submission.Answer;
import pingheng.submission.Answers;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff;
import pingheng.submission.SignOffs;

@Controller
@RequestMapping("/r/{round}/{unit}/points/{point}")
class PointPages {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final SignOffs signOffs;
    private final Evidence evidence;
    private final Beside beside;

    PointPages(SelfEvaluations selfEvaluations, Answers answers, SignOffs signOffs, Evidence evidence, Beside beside) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.signOffs = signOffs;
        this.evidence = evidence;
        this.beside = beside;
    }

    @GetMapping
    Page show(Where where, @PathVariable String point) {
        beside.sighted(where, "point/" + point, "观测点 " + point, "point " + point);
        return page(where, point, null);
    }

    /** Saves continuously: the answer to a script is the page as it is then, with when it was saved. */
    @PostMapping
    Object save(Where where, @PathVariable String point, HttpServletRequest form) {
        var own = selfEvaluations.of(where.round(), where.unit());
        var kept = answers.save(where.visitor(), own, point, draft(form), where.arrived());
        if (form.getHeader("HX-Request") != null) return page(where, point, said(kept));
        Rendering.tell(
                form, Rendering.chinese(form) ? said(kept).zh() : said(kept).en());
        return where.redirect("points/" + point);
    }

    @PostMapping("/settlement")
    String settle(Where where, @PathVariable String point, HttpServletRequest form) {
        answers.settle(
                where.visitor(), selfEvaluations.of(where.round(), where.unit()), point, draft(form), where.arrived());
        return where.redirect("points/" + point);
    }

    @PostMapping("/sign-offs")
    String sign(Where where, @PathVariable String point, @RequestParam String step, @RequestParam String digest) {
        signOffs.sign(
                where.visitor(),
                selfEvaluations.of(where.round(), where.unit()),
                point,
                step.equals("checked") ? SignOff.Step.CHECKED : SignOff.Step.FILLED,
                digest,
                where.arrived());
        return where.redirect("points/" + point);
    }

    @PostMapping("/returns")
    String giveBack(Where where, @PathVariable String point, @RequestParam String reason) {
        signOffs.giveBack(
                where.visitor(), selfEvaluations.of(where.round(), where.unit()), point, reason, where.arrived());
        return where.redirect("points/" + point);
    }

    @PostMapping("/evidence")
    String attach(Where where, @PathVariable String point, @RequestParam MultipartFile file, @RequestParam String kind)
            throws IOException {
        var own = selfEvaluations.of(where.round(), where.unit());
        Refused.on(answers.whyNotEdit(where.visitor(), own, point, where.arrived()));
        var of = Kind.of(kind).orElseThrow(() -> new Refused(Reason.unknown()));
        try (var bytes = file.getInputStream()) {
            var taken = evidence.take(file.getOriginalFilename(), bytes);
            answers.attach(where.visitor(), own, taken, of, List.of(point), where.arrived());
        }
        return where.redirect("points/" + point + "#evidence");
    }

    /** Cites a file that is there already, or takes it off the point. */
    @PostMapping("/citations")
    String cite(Where where, @PathVariable String point, @RequestParam long document, @RequestParam boolean cites) {
        answers.cite(
                where.visitor(),
                selfEvaluations.of(where.round(), where.unit()),
                document,
                point,
                cites,
                where.arrived());
        return where.redirect("points/" + point + "#evidence");
    }

    private PointPage page(Where where, String code, @Nullable Sentence saved) {
        var own = selfEvaluations.of(where.round(), where.unit());
        var point = own.point(code).orElseThrow(() -> new Refused(Reason.unknown()));
        var codes = own.points().stream().map(one -> one.point().code()).toList();
        int at = codes.indexOf(code);
        var owners = beside.reporting().owners(own);
        return new PointPage(
                where,
                point,
                figures(where, own, owners, point),
                owners.names(),
                beside.names(where.unit()),
                new PointPage.Beside(point.signed().beside() == 0 ? List.of() : answers.beside(own, code)),
                may(where, own, point),
                new PointPage.Around(
                        at > 0 ? codes.get(at - 1) : null,
                        at + 1 < codes.size() ? codes.get(at + 1) : null,
                        beside.ledger().about(where.unit().code(), "point/" + code, 50),
                        evidence.of(where.round(), where.unit()).stream()
                                .filter(document -> !document.points().contains(code))
                                .toList(),
                        own.derivation(point)),
                saved);
    }

    private PointPage.Figures figures(Where where, SelfEvaluation own, FigureOwners owners, OwnPoint point) {
        var owned = new HashMap<String, Owner>();
        var whyNot = new HashMap<String, Reason>();
        for (var cell : point.reads()) {
            owners.of(cell.definition()).ifPresent(owner -> owned.put(cell.key(), owner));
            beside.reporting()
                    .whyNotReport(where.visitor(), own, owners, cell, where.arrived())
                    .ifPresent(why -> whyNot.put(cell.key(), why));
        }
        return new PointPage.Figures(own.reported(), owned, whyNot);
    }

    private PointPage.May may(Where where, SelfEvaluation own, OwnPoint point) {
        var visitor = where.visitor();
        return new PointPage.May(
                answers.whyNotEdit(visitor, own, point.point().code(), where.arrived()),
                signOffs.whyNotFill(visitor, own, point, where.arrived()),
                signOffs.whyNotCheck(visitor, own, point, where.arrived()),
                signOffs.whyNotGiveBack(visitor, own, point, where.arrived()));
    }

    private static Sentence said(Answers.Kept kept) {
        return switch (kept) {
            case Answers.Kept.Saved(Answer answer) ->
                new Sentence("已保存（第 " + answer.version() + " 版）", "Saved (version " + answer.version() + ")");
            case Answers.Kept.Beside(Answer newest) ->
                new Sentence(
                        newest.person() + " 在您之前保存了；两份文字都在，请在下面合并",
                        newest.person() + " saved before you; both texts are kept, merge them below");
        };
    }

    private static Answers.Draft draft(HttpServletRequest form) {
        var marks = form.getParameterValues("mark");
        var claim = Optional.ofNullable(form.getParameter("claim")).orElse("").strip();
        return new Answers.Draft(
                whole(form.getParameter("seen")),
                marks == null ? "" : joined(marks),
                claim.isEmpty() ? null : Typed.number("claim", claim),
                text(form, "reason"),
                text(form, "statement"));
    }

    private static String joined(String[] marks) {
        var all = List.of(marks).stream()
                .map(mark -> mark.isBlank() ? "-" : Typed.number("mark", mark).toPlainString())
                .toList();
        return all.stream().allMatch("-"::equals) ? "" : String.join(" ", all);
    }

    private static int whole(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
    }

    private static String text(HttpServletRequest form, String name) {
        var text = form.getParameter(name);
        return text == null ? "" : text.replace("\r\n", "\n");
    }
}
