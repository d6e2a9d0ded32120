package pingheng.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Routes;
import pingheng.app.Routes.Route;
import pingheng.rehearsal.Rehearsal;

/** A state of the rehearsal to take pictures in. */
enum Scene {
    /** Half-way: points in every state. */
    UNDERWAY,
    /** Frozen, with a form to print. */
    FROZEN,
    /** Submitted, with a receipt. */
    SUBMITTED;

    /** Routes that answer with a file, not with a page. */
    private static final Set<String> FILES = Set.of("xlsx", "pdf");

    private static final Map<String, List<String>> LOGINS = Map.of(
            "/", List.of("finance", "finance-check", "office", "deputy", "city", "province"),
            "/sign-in", List.of(""),
            "/slip", List.of(""),
            "/r/{round}/{unit}/points/{point}", List.of("education", "office"),
            "/r/{round}/{unit}/figures", List.of("finance"));

    /** One page to look at, as whom. */
    record Shot(String route, String path, String login, String name) {}

    App app() {
        var app = App.fresh();
        if (this == UNDERWAY) app.bean(Rehearsal.class).playHalf(App.PROVINCE);
        else Carried.upTo(app, this == FROZEN ? Carried.Step.FROZEN : Carried.Step.SUBMITTED);
        return app;
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
                shots.add(new Shot(route.path(), route.filled(variables()), login, Pictures.name(route, login)));
        }
        return shots;
    }

    private boolean differs(Route route) {
        boolean receipt = route.path().contains("/submissions/");
        boolean form = route.path().endsWith("/submission/form");
        return switch (this) {
            case UNDERWAY -> !receipt && !form;
            case FROZEN ->
                form || route.path().endsWith("/submission") || route.path().endsWith("{unit}");
            case SUBMITTED ->
                receipt || route.path().endsWith("/submission") || route.path().equals("/");
        };
    }

    private static boolean isFile(Route route) {
        var path = route.path();
        return FILES.contains(path.substring(path.lastIndexOf('.') + 1))
                || path.startsWith("/api/")
                || path.contains("/evidence/")
                || path.equals("/health");
    }

    private static Map<String, String> variables() {
        return Map.of("round", "GD-2020", "unit", App.PANYU, "point", "3.1.1", "number", "1");
    }
}
