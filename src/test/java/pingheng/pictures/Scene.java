package pingheng.pictures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Routes;
import pingheng.app.Routes.Route;
import pingheng.people.setup.Setup;
import pingheng.rehearsal.Rehearsal;
import pingheng.rehearsal.Script;

/** A state of the rehearsal to take pictures in. */
enum Scene {
    /** Production, nobody has signed in yet. */
    EMPTY,
    /** Half-way: points in every state. */
    UNDERWAY,
    /** Frozen, with a form to print. */
    FROZEN,
    /** Submitted, with a receipt. */
    SUBMITTED,
    /** Everything released, as each sees it, letters still to be written. */
    RELEASED,
    /** Some weeks later: letters issued, measures planned, some overdue. */
    FOLLOWED;

    /** Routes that answer with a file, not with a page. */
    private static final Set<String> FILES = Set.of("xlsx", "pdf", "csv", "docx");

    private static final Map<String, List<String>> LOGINS = Map.ofEntries(
            Map.entry("/", List.of("finance", "finance-check", "office", "deputy", "city", "province")),
            Map.entry("/sign-in", List.of("")),
            Map.entry("/slip", List.of("")),
            Map.entry("/setup/{token}", List.of("")),
            Map.entry("/r/{round}/{unit}/points/{point}", List.of("education", "office")),
            Map.entry("/r/{round}/{unit}", List.of("office", "city")),
            Map.entry("/r/{round}/{unit}/figures", List.of("finance")),
            Map.entry("/rounds", List.of("province")),
            Map.entry("/r/{round}/results", List.of("province")),
            Map.entry("/r/{round}/survey", List.of("province")),
            Map.entry("/r/{round}/deliberation", List.of("province", "member1")),
            Map.entry("/r/{round}/ranking", List.of("office", "province")),
            Map.entry("/r/{round}/visits", List.of("office", "province")),
            Map.entry("/r/{round}/visits/{unit}", List.of("office", "inspector")),
            Map.entry("/r/{round}/rectification", List.of("province")),
            Map.entry("/r/{round}/{unit}/letter", List.of("province")),
            Map.entry("/frameworks", List.of("province")),
            Map.entry("/people/offices", List.of("province")),
            Map.entry("/people/offices/mergers", List.of("province")),
            Map.entry("/r/{round}/{unit}/review/{layer}", List.of("city", "province")),
            Map.entry("/r/{round}/{unit}/review/{layer}/{point}", List.of("city", "province")));

    /** One page to look at, as whom. */
    record Shot(String route, String path, String login, String name) {}

    App app() {
        if (this == EMPTY) return App.empty();
        var app = App.fresh();
        if (this == UNDERWAY) app.bean(Rehearsal.class).playHalf(App.PROVINCE);
        else if (this == RELEASED) release(app, "2020-12-26");
        else if (this == FOLLOWED) release(app, "2021-03-01");
        else Carried.upTo(app, this == FROZEN ? Carried.Step.FROZEN : Carried.Step.SUBMITTED);
        return app;
    }

    private static void release(App app, String day) {
        app.bean(Rehearsal.class).playHalf(App.PROVINCE);
        app.bean(Script.class).by(App.PROVINCE, true);
        app.bean(Script.class).playTo(Instant.parse(day + "T01:00:00Z"));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Half-way every page; later those that differ. */
    List<Shot> shots(App app, Routes routes) {
        var shots = new ArrayList<Shot>();
        for (var route : routes.all()) {
            if (!route.method().equals("GET") || isFile(route) || !differs(route)) continue;
            for (var login : LOGINS.getOrDefault(route.path(), List.of("office")))
                shots.add(new Shot(
                        route.path(), route.filled(variables(app, route, login)), login, Pictures.name(route, login)));
        }
        return shots;
    }

    private boolean differs(Route route) {
        boolean receipt = route.path().contains("/submissions/");
        boolean form = route.path().endsWith("/submission/form");
        boolean review = route.path().contains("/review/");
        boolean result = route.path().matches(".*/(results|ranking|dossier|survey|deliberation)");
        boolean followed = route.path().matches(".*/(letter|rectification|visits/\\{unit})");
        boolean visits = route.path().endsWith("/visits");
        boolean opening = route.path().startsWith("/setup/");
        return switch (this) {
            case EMPTY -> opening || route.path().equals("/sign-in");
            case UNDERWAY -> !result && !followed && !review && !receipt && !form && !opening;
            case FROZEN ->
                form || route.path().endsWith("/submission") || route.path().endsWith("{unit}");
            case SUBMITTED ->
                receipt
                        || review
                        || route.path().endsWith("/submission")
                        || route.path().equals("/");
            case RELEASED ->
                result
                        || route.path().equals("/")
                        || route.path().equals("/clock")
                        || route.path().endsWith("/letter");
            case FOLLOWED -> followed || visits || route.path().equals("/");
        };
    }

    private static boolean isFile(Route route) {
        var path = route.path();
        return FILES.contains(path.substring(path.lastIndexOf('.') + 1))
                || path.startsWith("/api/")
                || path.contains("/evidence/")
                || path.contains("/proofs/")
                || path.equals("/health");
    }

    private Map<String, String> variables(App app, Route route, String login) {
        var variables =
                new HashMap<>(Map.of("round", "GD-2020", "unit", App.PANYU.text(), "point", "3.1.1", "number", "1"));
        variables.put("layer", login.equals("province") ? "province" : "city");
        if (this == EMPTY) {
            variables.put("token", app.bean(Setup.class).link().orElseThrow());
        } else {
            var post = app.visitor("finance").post();
            variables.put(
                    "id",
                    String.valueOf(
                            route.path().contains("/bodies/") ? post.body().id() : post.id()));
        }
        return variables;
    }
}
