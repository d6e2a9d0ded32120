package pingheng.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import pingheng.page.Masthead;
import pingheng.page.Mastheads;
import pingheng.people.pages.VisitorArgument;
import pingheng.problem.Sentence;
import pingheng.time.Mode;

/** Fills the masthead of every page. */
@Component
class Heads implements Mastheads {
    private final VisitorArgument visitors;
    private final Mode mode;

    Heads(VisitorArgument visitors, Mode mode) {
        this.visitors = visitors;
        this.mode = mode;
    }

    @Override
    public Masthead of(HttpServletRequest request) {
        return visitors.visitor(request)
                .map(visitor -> new Masthead(
                        new Sentence(
                                visitor.name() + " · " + visitor.post().title(),
                                visitor.name() + " · " + visitor.post().title()),
                        new Sentence(
                                visitor.post().body().name(),
                                visitor.post().body().name()),
                        List.of(),
                        null,
                        false,
                        false,
                        mode.rehearsal()))
                .orElse(Masthead.empty(mode.rehearsal()));
    }
}
