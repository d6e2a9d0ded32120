package pingheng.submission.pages;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
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
import pingheng.round.pages.Where;
import pingheng.submission.Answers;
import pingheng.submission.Seals;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SignOffs;
import pingheng.submission.Standing;
import pingheng.submission.fallen.FallenSignatures;

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

    SealPages(
            SelfEvaluations selfEvaluations,
            SignOffs signOffs,
            Seals seals,
            Evidence evidence,
            Answers answers,
            FallenSignatures fallen,
            UnitHistory history) {
        this.selfEvaluations = selfEvaluations;
        this.signOffs = signOffs;
        this.seals = seals;
        this.evidence = evidence;
        this.answers = answers;
        this.fallen = fallen;
        this.history = history;
    }

    @GetMapping("/submission")
    Page show(Where where) {
        var own = selfEvaluations.of(where.round(), where.unit());
        var visitor = where.visitor();
        var arrived = where.arrived();
        return new SealPage(
                where,
                own,
                own.digest(),
                new SealPage.May(
                        signOffs.whyNotSign(visitor, own, Step.OFFICE, arrived),
                        signOffs.whyNotSign(visitor, own, Step.LEADER, arrived),
                        seals.whyNotFreeze(visitor, own, arrived),
                        seals.whyNotLift(visitor, own),
                        seals.whyNotSubmit(visitor, own, arrived),
                        seals.whyNotReturn(visitor, own)),
                seals.submissions(own),
                owing(where, own),
                fallen.ofWhole(own),
                history.names(where.unit()));
    }

    @PostMapping("/submission/sign-offs")
    String sign(Where where, @RequestParam String step, @RequestParam String digest) {
        signOffs.sign(
                where.visitor(),
                own(where),
                switch (step) {
                    case "office" -> Step.OFFICE;
                    case "leader" -> Step.LEADER;
                    default -> throw new Refused(Reason.unknown());
                },
                digest,
                where.arrived());
        return where.redirect("submission");
    }

    @PostMapping("/submission/freeze")
    String freeze(Where where, @RequestParam String digest) {
        seals.freeze(where.visitor(), own(where), digest, where.arrived());
        return where.redirect("submission");
    }

    @PostMapping("/submission/freeze/lifting")
    String lift(Where where) {
        seals.lift(where.visitor(), own(where));
        return where.redirect("submission");
    }

    @PostMapping("/submission/scans")
    String scan(Where where, @RequestParam String kind, @RequestParam MultipartFile file) throws IOException {
        var own = own(where);
        Refused.on(seals.whyNotLift(where.visitor(), own));
        try (var bytes = file.getInputStream()) {
            seals.scan(where.visitor(), own, kind, evidence.take(file.getOriginalFilename(), bytes));
        }
        return where.redirect("submission");
    }

    @PostMapping("/submission")
    String submit(Where where, @RequestParam String digest) {
        var submission = seals.submit(where.visitor(), own(where), digest, where.arrived());
        return where.redirect("submissions/" + submission.number());
    }

    @GetMapping("/submission/form")
    FormPage form(Where where) {
        var own = own(where);
        if (!(own.standing() instanceof Standing.Frozen(var freeze, var previous)))
            throw new Refused(Reason.conflict(
                    "submission.freeze-first", "定稿后才能打印盖章的表", "The form to be stamped is printed after the freeze"));
        return new FormPage(where, own, freeze, history.names(where.unit()));
    }

    @GetMapping(path = "/submission/form.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> formPdf(Where where) {
        return ResponseEntity.ok(Papers.form(form(where)).pdf());
    }

    @GetMapping(path = "/submission/form.docx", produces = Paper.WORD)
    ResponseEntity<byte[]> formWord(Where where) {
        return ResponseEntity.ok(Papers.form(form(where)).word());
    }

    @GetMapping("/submissions/{number}")
    ReceiptPage receipt(Where where, @PathVariable int number) {
        var own = own(where);
        var submission = submission(own, number);
        history.sighted(where, "submission/" + number, "第 " + number + " 次报送", "submission " + number);
        var entry = history.about(where, "submission/" + number).stream()
                .filter(one -> one.verb().equals("submission.submitted"))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
        return new ReceiptPage(
                where,
                submission,
                seals.frozen(own, number),
                seals.supplement(own, number),
                seals.whyNotReturn(where.visitor(), own),
                history.names(where.unit()).getOrDefault(submission.person(), submission.person()) + " · "
                        + entry.actor().post(),
                entry.number() + " · " + entry.hash());
    }

    @GetMapping(path = "/submissions/{number}/receipt.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> receiptPdf(Where where, @PathVariable int number) {
        return ResponseEntity.ok(Papers.receipt(receipt(where, number)));
    }

    /** Returns points of the newest submission for a supplement. */
    @PostMapping("/submissions/{number}/returns")
    String giveBack(
            Where where,
            @PathVariable int number,
            @RequestParam String points,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due) {
        var own = own(where);
        submission(own, number);
        seals.giveBack(where.visitor(), own, List.of(points.strip().split("[\\s,，、;；]+")), reason, due);
        return where.redirect("submissions/" + number);
    }

    private Standing.Submission submission(SelfEvaluation own, int number) {
        return seals.submissions(own).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    private SelfEvaluation own(Where where) {
        return selfEvaluations.of(where.round(), where.unit());
    }

    private List<Body> owing(Where where, SelfEvaluation own) {
        var owing = answers.owingSummaries(own);
        return history.bodies(where.unit()).stream()
                .filter(body -> owing.contains(body.id()))
                .toList();
    }
}
