package pingheng.rectification.pages;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.page.Page;
import pingheng.paper.Paper;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.rectification.Deficiency;
import pingheng.rectification.Letter;
import pingheng.rectification.Letters;
import pingheng.round.RequestContext;
import pingheng.round.RoundContext;
import pingheng.round.pages.Attachment;
import pingheng.value.PointCode;

@Controller
class LetterPages {
    private final Letters letters;

    LetterPages(Letters letters) {
        this.letters = letters;
    }

    @GetMapping("/r/{round}/{unit}/letter")
    Page show(RequestContext context) {
        return page(context, Map.of(), null);
    }

    /** Issues the letter as it was edited, or gives it back. */
    @PostMapping("/r/{round}/{unit}/letter")
    Object issue(RequestContext context, @RequestParam Map<String, String> typed) {
        Refused.on(letters.whyNotIssue(context.user(), context.round()));
        var edited = new ArrayList<Deficiency>();
        typed.forEach((field, text) -> {
            if (field.startsWith("text_")) edited.add(new Deficiency(1, new PointCode(field.substring(5)), text));
        });
        try {
            letters.issue(
                    context,
                    typed.getOrDefault("document", ""),
                    new Letter.Draft(typed.getOrDefault("text", ""), edited));
        } catch (Refused refused) {
            if (refused.reason().kind() == Reason.Kind.MALFORMED) return page(context, typed, refused);
            throw refused;
        }
        return context.redirect("letter");
    }

    /** Issues the drafted letter to every unit that has none. */
    @PostMapping("/r/{round}/letters")
    String issueAll(RoundContext context, @RequestParam String document) {
        letters.issueAll(context, document);
        return context.redirect("rectification");
    }

    @GetMapping(path = "/r/{round}/{unit}/letter.pdf")
    ResponseEntity<byte[]> pdf(RequestContext context) {
        return file(context, MediaType.APPLICATION_PDF, "pdf", paper(context).pdf());
    }

    @GetMapping(path = "/r/{round}/{unit}/letter.docx")
    ResponseEntity<byte[]> word(RequestContext context) {
        return file(
                context, MediaType.valueOf(Paper.WORD), "docx", paper(context).word());
    }

    private Paper paper(RequestContext context) {
        var letter = letters.letter(context.round(), context.unit()).orElseThrow(() -> new Refused(Reason.unknown()));
        return LetterPaper.of(context.round(), context.unit(), letter);
    }

    private static ResponseEntity<byte[]> file(RequestContext context, MediaType type, String ending, byte[] bytes) {
        var name = "letter-" + context.round().code() + "-" + context.unit().code() + "." + ending;
        return Attachment.named(name).contentType(type).body(bytes);
    }

    /** The unit and those above it read what was issued; the draft is the province's alone. */
    private LetterPage page(RequestContext context, Map<String, String> typed, @Nullable Refused refused) {
        var letter = letters.letter(context.round(), context.unit());
        var whyNot = letters.whyNotIssue(context.user(), context.round());
        if (letter.isEmpty() && whyNot.isPresent()) throw new Refused(Reason.unknown());
        var draft = letter.map(issued -> new Letter.Draft(issued.text(), issued.deficiencies()))
                .orElseGet(() -> letters.draft(context.round(), context.unit()));
        return new LetterPage(context, letter.orElse(null), draft, whyNot, typed, refused);
    }
}
