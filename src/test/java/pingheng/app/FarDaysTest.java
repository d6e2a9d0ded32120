package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No day that is set in a round, or by which something is due, lies centuries away: every form that takes a day refuses it in words. */
class FarDaysTest {
    private static final String UNIT = "/r/GD-2020/" + App.PANYU;

    /** Days that belong to no round, or have a rule of their own: the clock of a rehearsal, the end of a unit, approval and release; and what there is only after one. */
    private static final Set<String> OTHERS = Set.of(
            "ClockPages.move",
            "MergerPages.merger",
            "MergerPages.merge",
            "ResultPages.propose",
            "RectificationPages.plan");

    /** A form with a day, and how it is sent. */
    private record Sent(String login, String path, List<String> form) {}

    @Test
    void aDayCenturiesAwayIsRefusedByEveryFormThatTakesOne() {
        try (var app = App.fresh().assigned()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            var finance = String.valueOf(app.visitor("finance").post().body().id());
            var forms = forms(finance);
            assertThat(forms.keySet()).isEqualTo(thatTakeADay(app));

            var taken = new LinkedHashMap<String, String>();
            for (var day : List.of("0001-01-01", "9999-12-31"))
                forms.forEach((name, sent) -> {
                    var form = sent.form.stream()
                            .map(field -> field.equals("DAY") ? day : field)
                            .toArray(String[]::new);
                    var answer = Guest.as(app, sent.login).post(sent.path, form);
                    if (answer.status() != 422 || !answer.body().matches("(?s).*(不能早于|须晚于|应在).*"))
                        taken.put(name + " " + day, answer.status() + " " + answer.location());
                });
            assertThat(taken).isEmpty();
        }
    }

    private static Map<String, Sent> forms(String finance) {
        return Map.of(
                "DatesPages.set", new Sent("office", UNIT + "/dates/plan", List.of("due", "DAY")),
                "DatesPages.extend",
                        new Sent(
                                "province",
                                UNIT + "/dates/submission/extensions",
                                List.of("due", "DAY", "reason", "台风停课")),
                "RoundsPages.reschedule",
                        new Sent("province", "/rounds/GD-2020/dates/onsite", List.of("due", "DAY", "reason", "台风停课")),
                "DutyPages.urge",
                        new Sent(
                                "office",
                                UNIT + "/urgings",
                                List.of("body", finance, "point", "", "text", "请抓紧", "by", "DAY")),
                "SealPages.giveBack",
                        new Sent(
                                "province",
                                UNIT + "/submissions/1/returns",
                                List.of("points", "5.1.1", "reason", "请补", "due", "DAY")));
    }

    private static Set<String> thatTakeADay(App app) {
        return app
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .filter(handler -> Arrays.stream(handler.getMethodParameters())
                        .anyMatch(one -> one.getParameterType() == LocalDate.class
                                && one.hasParameterAnnotation(RequestParam.class)))
                .map(handler -> handler.getBeanType().getSimpleName() + "."
                        + handler.getMethod().getName())
                .filter(name -> !OTHERS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
