package pingheng.result.release.pages;

import java.util.List;
import pingheng.page.Page;
import pingheng.problem.Sentence;
import pingheng.result.release.Release;
import pingheng.result.release.Released;
import pingheng.result.release.chart.Bars;
import pingheng.round.RequestContext;

/** How each score of a unit came about, point by point, in words. */
public record DossierPage(RequestContext context, Release release, List<Released.Compared> aspects, Sentence told)
        implements Page {
    public Bars bars() {
        return Bars.of(aspects.stream()
                .map(one -> new Bars.Given(
                        one.aspect().title(), one.aspect().score(), one.aspect().maximum(), one.median()))
                .toList());
    }

    /** Whether the region is large enough for a median. */
    public boolean compared() {
        return aspects.stream().allMatch(one -> one.median() != null);
    }

    /** The head, then a block for each point. */
    public List<String> blocks(boolean chinese) {
        return List.of((chinese ? told.zh() : told.en()).split("\n\n"));
    }

    public static String title(String block) {
        return block.lines().findFirst().orElse("");
    }

    /** All of a block but its title. */
    public static String rest(String block) {
        int end = block.indexOf('\n');
        return end < 0 ? "" : block.substring(end + 1);
    }
}
