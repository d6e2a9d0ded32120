package pingheng.submission.pages;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.evidence.Evidence;
import pingheng.page.Page;
import pingheng.paper.Paper;
import pingheng.people.Body;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.seal.SealKey;
import pingheng.submission.Answers;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SignOffs;
import pingheng.submission.SubmissionStatus;
import pingheng.submission.fallen.FallenSignatures;
import pingheng.value.Codes;
import pingheng.value.PointCode;

@Controller
@RequestMapping("/r/{round}/{unit}")
class SealPages {
    private final SelfEvaluations selfEvaluations;
    private final SignOffs signOffs;
    private final Seals seals;
    private final Evidence evidence;
    private final Answers answers;
    private final FallenSignatures fallen;
    private final UnitHistory history;
    private final Optional<SealKey> sealKey;

    SealPages(
            SelfEvaluations selfEvaluations,
            SignOffs signOffs,
            Seals seals,
            Evidence evidence,
            Answers answers,
            FallenSignatures fallen,
            UnitHistory history,
            Optional<SealKey> sealKey) {
        this.selfEvaluations = selfEvaluations;
        this.signOffs = signOffs;
        this.seals = seals;
        this.evidence = evidence;
        this.answers = answers;
        this.fallen = fallen;
        this.history = history;
        this.sealKey = sealKey;
    }

    @GetMapping("/submission")
    Page show(RequestContext context) {
        var own = selfEvaluations.of(context);
        return new SealPage(
                context,
                own,
                own.digest(),
                new SealPage.May(
                        signOffs.whyNotSign(context, own, Step.OFFICE),
                        signOffs.whyNotSign(context, own, Step.LEADER),
                        seals.whyNotFreeze(context, own),
                        seals.whyNotLift(context, own),
                        seals.whyNotSubmit(context, own),
                        seals.whyNotReturn(context, own)),
                seals.submissions(own.round(), own.unit()),
                owing(context, own),
                fallen.ofWhole(own),
                fallen.moved(own),
                history.names(context.unit()));
    }

    @PostMapping("/submission/sign-offs")
    String sign(RequestContext context, @RequestParam String step, @RequestParam String digest) {
        signOffs.sign(
                context,
                switch (step) {
                    case "office" -> Step.OFFICE;
                    case "leader" -> Step.LEADER;
                    default -> throw new Refused(Reason.unknown());
                },
                digest);
        return context.redirect("submission");
    }

    @PostMapping("/submission/freeze")
    String freeze(RequestContext context, @RequestParam String digest) {
        seals.freeze(context, digest);
        return context.redirect("submission");
    }

    @PostMapping("/submission/freeze/lifting")
    String lift(RequestContext context) {
        seals.lift(context);
        return context.redirect("submission");
    }

    @PostMapping("/submission/scans")
    String scan(RequestContext context, @RequestParam String kind, @RequestParam MultipartFile file)
            throws IOException {
        var own = selfEvaluations.of(context);
        Refused.on(seals.whyNotLift(context, own));
        seals.scan(context, kind, evidence.take(file.getOriginalFilename(), file));
        return context.redirect("submission");
    }

    @PostMapping("/submission")
    String submit(RequestContext context, @RequestParam String digest) {
        var submission = seals.submit(context, digest);
        return context.redirect("submissions/" + submission.number());
    }

    @GetMapping("/submission/form")
    FormPage form(RequestContext context) {
        var own = selfEvaluations.of(context);
        if (!(own.standing() instanceof SubmissionStatus.Frozen(var freeze, var previous)))
            throw new Refused(Reason.conflict(
                    "submission.freeze-first", "定稿后才能打印盖章的表", "The form to be stamped is printed after the freeze"));
        return new FormPage(context, own, freeze, history.names(context.unit()));
    }

    @GetMapping(path = "/submission/form.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> formPdf(RequestContext context) {
        return ResponseEntity.ok(Papers.form(form(context)).pdf());
    }

    @GetMapping(path = "/submission/form.docx", produces = Paper.WORD)
    ResponseEntity<byte[]> formWord(RequestContext context) {
        return ResponseEntity.ok(Papers.form(form(context)).word());
    }

    @GetMapping("/submissions/{number}")
    ReceiptPage receipt(RequestContext context, @PathVariable int number) {
        var own = selfEvaluations.of(context);
        var submission = submission(context, number);
        history.sighted(context, "submission/" + number, "第 " + number + " 次报送", "submission " + number);
        var entry = history.arrival(context, submission);
        return new ReceiptPage(
                context,
                submission,
                seals.frozen(own.round(), own.unit(), number),
                seals.supplement(own.round(), own.unit(), number),
                seals.whyNotReturn(context, own),
                history.names(context.unit())
                                .getOrDefault(
                                        submission.person(), submission.person().text()) + " · "
                        + entry.actor().post(),
                entry.number() + " · " + entry.hash(),
                sealKey);
    }

    @GetMapping(path = "/submissions/{number}/receipt.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> receiptPdf(RequestContext context, @PathVariable int number) {
        return ResponseEntity.ok(Papers.receipt(receipt(context, number)));
    }

    /** Returns points of the newest submission for a supplement. */
    @PostMapping("/submissions/{number}/returns")
    String giveBack(
            RequestContext context,
            @PathVariable int number,
            @RequestParam String points,
            @RequestParam String reason,
            @RequestParam LocalDate due) {
        submission(context, number);
        var codes = Codes.typed(points, PointCode::new);
        seals.giveBack(context, new SubmissionStatus.SubmissionReturn(codes, reason, due));
        return context.redirect("submissions/" + number);
    }

    private SubmissionStatus.Submission submission(RequestContext context, int number) {
        return seals.submissions(context.round(), context.unit()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    private List<Body> owing(RequestContext context, SelfEvaluation own) {
        var owing = answers.owingSummaries(own);
        return history.bodies(context.unit()).stream()
                .filter(body -> owing.contains(body.id()))
                .toList();
    }
}
