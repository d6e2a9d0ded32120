package pingheng.rectification.pages;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
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
import pingheng.people.People;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.rectification.Proof;
import pingheng.rectification.Rectifications;
import pingheng.rectification.Rectifying;
import pingheng.rectification.Rectifying.MeasurePlan;
import pingheng.rectification.Rectifying.ProofReview;
import pingheng.round.RequestContext;
import pingheng.round.pages.Attachment;
import pingheng.value.BodyId;
import pingheng.value.ProofId;
import pingheng.value.number.Version;

@Controller
@RequestMapping("/r/{round}/{unit}/rectification")
class RectificationPages {
    private final Rectifications rectifications;
    private final Rectifying rectifying;
    private final Evidence evidence;
    private final People people;

    RectificationPages(Rectifications rectifications, Rectifying rectifying, Evidence evidence, People people) {
        this.rectifications = rectifications;
        this.rectifying = rectifying;
        this.evidence = evidence;
        this.people = people;
    }

    @GetMapping
    Page show(RequestContext context) {
        return page(context, RectificationPage.Typed.NONE, null);
    }

    @PostMapping("/{number}/measure")
    Object plan(
            RequestContext context,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") BodyId body,
            @RequestParam LocalDate due,
            @RequestParam(defaultValue = "0") Version seen) {
        return tried(
                context,
                number,
                new RectificationPage.Typed(number, "measure", text, body, due.toString()),
                () -> rectifying.plan(context, number, new MeasurePlan(seen, text, body, due)));
    }

    @PostMapping("/{number}/proof")
    Object prove(
            RequestContext context,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var of = rectifications.seen(context);
        var item = of.item(number).orElseThrow(() -> new Refused(Reason.unknown()));
        Refused.on(Rectifying.whyNotProve(context.user(), of, item), item.proved());
        var taken = file == null || file.isEmpty() ? null : evidence.take(file.getOriginalFilename(), file);
        return tried(
                context,
                number,
                new RectificationPage.Typed(number, "proof", text, BodyId.NEW, ""),
                () -> rectifying.prove(context, number, text, taken));
    }

    @PostMapping("/{number}/check")
    Object check(
            RequestContext context,
            @PathVariable int number,
            @RequestParam ProofId proof,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String reason) {
        return tried(
                context,
                number,
                new RectificationPage.Typed(number, "check", reason, BodyId.NEW, ""),
                () -> rectifying.check(context, number, new ProofReview(proof, accepted, reason)));
    }

    /** A file that was handed in as a proof. */
    @GetMapping("/{number}/proofs/{id}")
    ResponseEntity<InputStreamResource> file(RequestContext context, @PathVariable int number, @PathVariable ProofId id)
            throws IOException {
        var proofs = rectifications
                .seen(context)
                .item(number)
                .map(item -> item.proofs())
                .orElse(List.of());
        Proof.@Nullable Attached file = proofs.stream()
                .filter(proof -> proof.id().equals(id))
                .findFirst()
                .map(Proof::file)
                .orElse(null);
        if (file == null) throw new Refused(Reason.unknown());
        return Attachment.named(file.name())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .body(new InputStreamResource(evidence.open(file.sha256())));
    }

    /** Does it, or gives the line back with what was typed into it. */
    private Object tried(RequestContext context, int number, RectificationPage.Typed typed, Runnable verb) {
        try {
            verb.run();
        } catch (Refused refused) {
            if (refused.reason().kind() == Reason.Kind.MALFORMED) return page(context, typed, refused);
            throw refused;
        }
        return context.redirect("rectification#d" + number);
    }

    private RectificationPage page(RequestContext context, RectificationPage.Typed typed, @Nullable Refused refused) {
        return new RectificationPage(
                context,
                rectifications.seen(context),
                people.bodies(context.unit().code()),
                rectifying.today(context.round()),
                typed,
                refused);
    }
}
