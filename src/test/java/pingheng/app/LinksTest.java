package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No page shows anybody a link that refuses them: whoever follows it is answered. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"");

    /** What is one kind of page: a link to one point is followed as a link to another would be. */
    private static final Pattern ONE_OF_A_KIND = Pattern.compile("(?<=/points/)[0-9A-Z.]+|(?<=/)\\d{1,6}(?=/|$)"
            + "|(?<=/figures/)(?!table)[a-z_]+|(?<=/(evidence|bodies|posts|urgings|papers)/)\\d+");

    @Test
    void nobodyIsShownALinkThatRefusesThem() {
        try (var app = App.fresh().assigned()) {
            var asking = Asking.of(app);
            var dead = new TreeMap<String, String>();
            Carried.upTo(app, Carried.Step.SUBMITTED);
            for (var login : roles()) dead.putAll(dead(asking, asking.signedIn(login), login));

            assertThat(dead).isEmpty();
        }
    }

    private static List<String> roles() {
        return List.of("office", "finance", "education", "city", "province", "inspector", "member1");
    }

    /** Each link once, by where it leads, with the page on which it stands. */
    private static Map<String, String> dead(Asking asking, Guest guest, String login) {
        var links = new LinkedHashMap<String, String>();
        for (var route : asking.routes()) {
            if (!route.method().equals("GET") || route.path().startsWith("/api/")) continue;
            for (var line : Plausible.of(route))
                collect(asking.ask(guest, route, line, App.PANYU.text()), route.path(), links);
        }
        var dead = new TreeMap<String, String>();
        links.forEach((kind, found) -> {
            var link = found.substring(0, found.indexOf(' '));
            int status = guest.get(link).status();
            if (status >= 400) dead.put(login + " " + status + " " + link, found.substring(link.length() + 1));
        });
        return dead;
    }

    private static void collect(Guest.Answer answer, String page, Map<String, String> links) {
        var type = answer.whole().headers().firstValue("Content-Type").orElse("");
        if (answer.status() != 200 || !type.startsWith("text/html")) return;
        var found = LINK.matcher(answer.body());
        while (found.find()) {
            var link = found.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
            links.putIfAbsent(ONE_OF_A_KIND.matcher(link).replaceAll("*"), link + " on " + page);
        }
    }
}
