package pingheng.board;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pingheng.ledger.Acted;
import pingheng.ledger.Audience;
import pingheng.ledger.Entry;
import pingheng.page.Page;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.value.Login;

/** A chain of the ledger, as far as it is asked for, the newest first, page by page, each entry with its hash. */
public record LedgerPage(
        RequestContext context,
        LedgerQuery query,
        List<Entry> entries,
        boolean more,
        Map<Login, String> names,
        List<Acted> done,
        List<UnitLedger.Look> looks,
        boolean newest,
        List<Audience> chains)
        implements Page {
    /** A verb that stands in the ledger, and what it is called. */
    public record Verb(String code, Sentence title) {}

    /** The person by name; the program, and who is not known, as the entry has them. */
    public String name(Entry entry) {
        return names.getOrDefault(entry.actor().person(), entry.actor().person().text());
    }

    /** The address of a chain. */
    public String address(Audience chain) {
        return context.path(LedgerQuery.all(chain));
    }

    /** The address of the entries before these. */
    public String older() {
        return context.path(query.before(entries.getLast().number()));
    }

    /** The address of the newest entries that are asked for. */
    public String first() {
        return context.path(query.before(Long.MAX_VALUE));
    }

    /** The bodies whose posts did something, by name. */
    public List<String> offices() {
        return done.stream()
                .map(Acted::post)
                .map(post -> post.contains(" ") ? post.substring(0, post.lastIndexOf(' ')) : post)
                .distinct()
                .sorted()
                .toList();
    }

    public List<Verb> verbs() {
        return done.stream()
                .map(Acted::verb)
                .distinct()
                .map(verb -> new Verb(verb, VerbTitles.of(verb)))
                .sorted(Comparator.comparing(Verb::code))
                .toList();
    }
}
