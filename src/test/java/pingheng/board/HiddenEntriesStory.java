package pingheng.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Marking;
import pingheng.deliberation.Said;
import pingheng.deliberation.Seat;
import pingheng.ledger.Entry;
import pingheng.ledger.Ledger;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.review.Reviewing.FigureConfirmation;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;

/**
 * What those above a county do to it stands in the chain of their own government: the county's ledger is the same to the byte before and
 * after, the city's knows nothing of the province, and no entry tells what was said.
 */
class HiddenEntriesStory {
    private static final UnitCode CITY = new UnitCode("440100");
    private static final UnitCode PROVINCE = new UnitCode("440000");
    private static final PointCode POINT = new PointCode("3.1.1");
    private static final List<String> COUNTYS = List.of("/r/GD-2020/440113/ledger", api(App.PANYU));
    private static final Instant REVIEW = Instant.parse("2020-09-20T01:00:00Z");
    private static final Instant ABOVE = Instant.parse("2020-10-20T01:00:00Z");
    private static final String REASON = "材料与实地不符";

    private final App app = App.fresh().assigned();

    @Test
    void whatIsDoneFromAboveIsToldToThoseAboveAlone() {
        try (app) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            app.at(REVIEW);
            var office = Guest.as(app, "office");
            var city = Guest.as(app, "city");
            var countys = read(office);

            reviews("city", Layer.CITY);
            var citys = city.get(api(CITY)).body();
            app.at(ABOVE);
            reviews("province", Layer.PROVINCE);
            visits();
            deliberates();

            app.at(REVIEW);
            assertThat(read(office)).isEqualTo(countys);
            assertThat(city.get(api(CITY)).body()).isEqualTo(citys);
            assertThat(counts(CITY)).containsAllEntriesOf(once("review", "decided", "agreed", "confirmed"));
            assertThat(counts(CITY)).containsAllEntriesOf(once("review", "confirmation-withdrawn"));
            assertThat(counts(PROVINCE)).containsAllEntriesOf(once("review", "decided", "agreed", "confirmed"));
            assertThat(counts(PROVINCE)).containsAllEntriesOf(once("visit", "noted", "taken-back"));
            assertThat(counts(PROVINCE)).containsAllEntriesOf(once("deliberation", "marked"));
            for (var unit : List.of(CITY, PROVINCE))
                assertThat(entries(unit))
                        .extracting(entry -> entry.told().zh() + entry.told().en())
                        .noneMatch(told -> told.contains(REASON) || told.contains("30001") || told.contains("0.125"));
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    /** A batch is one entry, whatever is in it. */
    private void reviews(String login, Layer layer) {
        var reviewing = app.bean(Reviewing.class);
        var context = new RequestContext(app.visitor(login), app.round(), app.panyu(), app.now());
        var decision = new PointDecision(Version.NONE, "score", "", "0.125", REASON);
        reviewing.decide(context, layer, Map.of(POINT, decision, new PointCode("3.1.2"), decision));
        var review = app.bean(Reviews.class).of(context, layer);
        var plain = review.points().stream()
                .filter(point -> point.open() && point.leads().isEmpty())
                .map(point -> point.point().code())
                .limit(3)
                .toList();
        assertThat(reviewing.agree(context, layer, plain)).isEqualTo(3);
        var cell = review.point(POINT).orElseThrow().own().reads().getLast();
        reviewing.confirm(context, layer, POINT, new FigureConfirmation(Version.NONE, cell.key(), "30001", REASON));
        reviewing.confirm(context, layer, POINT, new FigureConfirmation(new Version(1), cell.key(), "", REASON));
    }

    private void visits() {
        var province = app.asking(app.visitor("province"));
        var inspector = app.visitor("inspector");
        var sampling = app.bean(Sampling.class);
        sampling.draw(province, new Sampling.SampleDraw("公证摇号", "7", Map.of("county/粤北", 1)));
        sampling.name(province, new Sampling.NamedUnit(App.PANYU, "群众反映"));
        var visiting = app.bean(Visiting.class);
        visiting.assign(province, App.PANYU, inspector.post().id());
        visiting.note(app.asking(inspector), App.PANYU, new Visiting.Noted(Version.NONE, POINT, REASON));
        visiting.note(app.asking(inspector), App.PANYU, new Visiting.Noted(new Version(1), POINT, ""));
    }

    /** What changes nothing leaves nothing. */
    private void deliberates() {
        var seats = IntStream.rangeClosed(1, 9)
                .mapToObj(
                        member -> new Seat(app.visitor("member" + member).post().id(), ""))
                .toList();
        app.bean(Deliberations.class).open(app.asking(app.visitor("province")), seats);
        var member = app.asking(app.visitor("member1"));
        assertThat(app.bean(Marking.class).mark(member, said(0))).isEqualTo(2);
        assertThat(app.bean(Marking.class).mark(member, said(1))).isZero();
    }

    private static List<Said> said(int seen) {
        return List.of(
                new Said(App.PANYU, "0", false, REASON, new Version(seen)),
                new Said(new UnitCode("440103"), "5", false, REASON, new Version(seen)));
    }

    private static List<String> read(Guest guest) {
        return COUNTYS.stream()
                .map(page -> Guest.settled(guest.get(page).body()))
                .toList();
    }

    private List<Entry> entries(UnitCode unit) {
        return app.bean(Ledger.class).before(unit, Long.MAX_VALUE, 10_000);
    }

    private Map<String, Long> counts(UnitCode unit) {
        return entries(unit).stream().collect(Collectors.groupingBy(Entry::verb, Collectors.counting()));
    }

    private static Map<String, Long> once(String of, String... verbs) {
        return List.of(verbs).stream().collect(Collectors.toMap(verb -> of + "." + verb, verb -> 1L));
    }

    private static String api(UnitCode unit) {
        return "/api/v1/rounds/GD-2020/units/" + unit + "/ledger";
    }
}
