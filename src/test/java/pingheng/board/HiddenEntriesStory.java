package pingheng.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Marking;
import pingheng.deliberation.Said;
import pingheng.deliberation.Seat;
import pingheng.ledger.Audience;
import pingheng.ledger.Chain;
import pingheng.ledger.ChainHead;
import pingheng.ledger.Entry;
import pingheng.ledger.Ledger;
import pingheng.problem.Sentence;
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
 * What those above a county do to it stands in chains of their own: the county's ledger is the same to the byte before and after, numbers and
 * hashes too, what the city reads knows nothing of the province, and no entry tells what was said.
 */
class HiddenEntriesStory {
    private static final UnitCode CITY = new UnitCode("440100");
    private static final PointCode POINT = new PointCode("3.1.1");
    private static final String[] COUNTYS = {"/r/GD-2020/440113/ledger", api(App.PANYU)};
    private static final Chain OF_CITY = Chain.of(App.PANYU, Audience.CITY);
    private static final Chain OF_PROVINCE = Chain.of(App.PANYU, Audience.PROVINCE);
    private static final Chain OF_VISIT = Chain.of(App.PANYU, Audience.VISIT);
    private static final Instant REVIEW = Instant.parse("2020-09-20T01:00:00Z");
    private static final Instant ABOVE = Instant.parse("2020-10-20T01:00:00Z");
    private static final String REASON = "材料与实地不符";

    private final App app = App.fresh().assigned();

    @Test
    void whatIsDoneFromAboveIsToldToThoseAboveAlone() throws InterruptedException {
        try (app) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            app.at(REVIEW);
            var office = Guest.as(app, "office");
            var city = Guest.as(app, "city");
            var countys = read(office, COUNTYS);

            reviews("city", Layer.CITY);
            var citys = read(city, api(CITY), api(App.PANYU), api(App.PANYU) + "?chain=city");
            app.at(ABOVE);
            reviews("province", Layer.PROVINCE);
            visits();
            deliberates();

            app.at(REVIEW);
            assertThat(read(office, COUNTYS)).isEqualTo(countys);
            assertThat(read(city, api(CITY), api(App.PANYU), api(App.PANYU) + "?chain=city"))
                    .isEqualTo(citys);
            assertThat(counts(OF_CITY)).containsAllEntriesOf(once("review", "decided", "agreed", "confirmed"));
            assertThat(counts(OF_CITY)).containsAllEntriesOf(once("review", "confirmation-withdrawn"));
            assertThat(counts(OF_PROVINCE)).containsAllEntriesOf(once("review", "decided", "agreed", "confirmed"));
            assertThat(counts(OF_VISIT)).containsAllEntriesOf(once("visit", "assigned", "noted", "taken-back"));
            var ofRound = Chain.of(app.round().code());
            assertThat(counts(ofRound)).containsAllEntriesOf(once("visit", "drawn", "named"));
            assertThat(counts(ofRound)).containsAllEntriesOf(once("deliberation", "opened", "marked"));
            eachBeginsWhereTheOldOnesEnd(ofRound);
            eachIsReadByItsOwn(office, city);
            for (var chain : List.of(OF_CITY, OF_PROVINCE, OF_VISIT, ofRound))
                assertThat(entries(chain))
                        .extracting(entry -> entry.told().zh() + entry.told().en())
                        .noneMatch(told -> told.contains(REASON) || told.contains("30001") || told.contains("0.125"));
            manyBeginAChainAtOnce();
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    private void eachBeginsWhereTheOldOnesEnd(Chain ofRound) {
        for (var chain : List.of(OF_CITY, OF_PROVINCE, OF_VISIT, ofRound)) {
            var first = entries(chain).getLast();
            assertThat(first.verb()).isEqualTo("ledger.begun");
            for (var head : ChainHead.in(first.told().zh()))
                if (head.number() > 0)
                    assertThat(app.bean(Ledger.class).entry(head.chain(), head.number()))
                            .hasValueSatisfying(
                                    entry -> assertThat(entry.hash()).isEqualTo(head.hash()));
        }
        var before = ChainHead.in(entries(OF_CITY).getLast().told().en());
        assertThat(before).extracting(ChainHead::chain).containsExactly(Chain.of(App.PANYU), Chain.of(CITY));
        assertThat(before.getFirst().number()).isPositive();
    }

    private void eachIsReadByItsOwn(Guest office, Guest city) {
        var province = Guest.as(app, "province");
        for (var chain : List.of("city", "province", "visit", "round")) {
            var address = api(App.PANYU) + "?chain=" + chain;
            assertThat(office.get(address).status()).as(chain).isEqualTo(404);
            assertThat(city.get(address).status()).as(chain).isEqualTo(chain.equals("city") ? 200 : 404);
            assertThat(province.get(address).body()).as(chain).contains("ledger.begun");
        }
        assertThat(province.get(COUNTYS[0] + "?chain=visit").body())
                .contains("aria-current=\"page\">实地抽查", "<option value=\"visit.noted\"");
        assertThat(office.get(COUNTYS[0]).body()).doesNotContain("chain=");
        assertThat(office.get(COUNTYS[0] + "?chain=none").status()).isEqualTo(422);
    }

    /** Who comes first begins it, the others wait; none of them is lost. */
    private void manyBeginAChainAtOnce() throws InterruptedException {
        var chain = Chain.of(new UnitCode("440103"), Audience.CITY);
        var transaction = new TransactionTemplate(app.bean(PlatformTransactionManager.class));
        var actor = app.visitor("city").actor();
        var together = new CyclicBarrier(8);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var acts = IntStream.range(0, 8)
                    .<Callable<Entry>>mapToObj(number -> () -> {
                        together.await();
                        return transaction.execute(status -> app.bean(Ledger.class)
                                .record(actor, chain, "read", "point/" + number, new Sentence("同时", "at once")));
                    })
                    .toList();
            assertThat(threads.invokeAll(acts))
                    .allSatisfy(act -> assertThat(act.resultNow()).isNotNull());
        }
        assertThat(entries(chain)).extracting(Entry::number).containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(counts(chain)).containsEntry("ledger.begun", 1L);
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

    private static List<String> read(Guest guest, String... pages) {
        return Stream.of(pages)
                .map(page -> Guest.settled(guest.get(page).body()))
                .toList();
    }

    private List<Entry> entries(Chain chain) {
        return app.bean(Ledger.class).before(chain, Long.MAX_VALUE, 10_000);
    }

    private Map<String, Long> counts(Chain chain) {
        return entries(chain).stream().collect(Collectors.groupingBy(Entry::verb, Collectors.counting()));
    }

    private static Map<String, Long> once(String of, String... verbs) {
        return List.of(verbs).stream().collect(Collectors.toMap(verb -> of + "." + verb, verb -> 1L));
    }

    private static String api(UnitCode unit) {
        return "/api/v1/rounds/GD-2020/units/" + unit + "/ledger";
    }
}
