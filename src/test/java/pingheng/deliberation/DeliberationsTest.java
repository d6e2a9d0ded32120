package pingheng.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import pingheng.app.App;
import pingheng.digest.Sha256;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

class DeliberationsTest {
    private static final UnitCode HERE = new UnitCode("440113");

    private final App app = App.shared();
    private final HeldRound round = app.round();
    private final Deliberations deliberations = app.bean(Deliberations.class);
    private final Marking marking = app.bean(Marking.class);

    @Test
    void aSessionIsOpenedMarkedAndClosedWithMinutesThatTheResultReads() {
        app.rolledBack(() -> {
            open(7, "粤东");
            for (int i = 1; i <= 7; i++) markAll(i, "3.5");
            say(1, new Said(HERE, "", true, "联系该区域", new Version(1)));
            say(2, new Said(HERE, "４．０", false, "", new Version(1)));

            var minutes = deliberations.close(app.asking(province()));

            assertThat(minutes.digest()).isEqualTo(Sha256.of(minutes.text()));
            assertThat(minutes.text())
                    .contains("委员\t委员1\t康宁远\t粤东\n", "单位\t440113\t番禺区\t珠三角\n回避\t委员1\t联系该区域\n打分\t委员2\t4.0\t\n")
                    .contains("单位\t440507\t龙湖区\t粤东\n回避\t委员1\t本区域\n");
            assertThat(minutes.text())
                    .as("who led it by name, and when by the minute")
                    .containsPattern("结束\t\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\t"
                            + province().name() + "\n")
                    .containsPattern("开始\t\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\t"
                            + province().name() + "\n");
            assertThat(Optional.ofNullable(
                            deliberations.session(round).orElseThrow().minutes()))
                    .hasValueSatisfying(kept ->
                            assertThat(kept.person()).isEqualTo(province().name()));
            var committee = deliberations.committee(round);
            assertThat(committee.of(HERE).recused()).isEqualTo(1);
            assertThat(committee.of(HERE).given())
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(mark("4"), mark("3.5"), mark("3.5"), mark("3.5"), mark("3.5"), mark("3.5"));
            assertThat(committee.of(new UnitCode("440507")).recused()).isEqualTo(1);
            assertThat(committee.of(new UnitCode("440100")).given())
                    .as("a city")
                    .hasSize(7);
            assertThat(app.bean(Ledger.class).before(Chain.of(app.round().code()), Long.MAX_VALUE, 100))
                    .extracting(entry -> entry.verb())
                    .filteredOn(verb -> !verb.equals("deliberation.marked"))
                    .startsWith("deliberation.closed", "deliberation.opened");
        });
    }

    @Test
    void noMarkCountsBeforeTheSessionIsClosedAndNoneIsTakenAfterwards() {
        app.rolledBack(() -> {
            open(5, "");
            for (int i = 1; i <= 5; i++) markAll(i, "3");
            assertThat(deliberations.committee(round).of(HERE).given()).isEmpty();

            deliberations.close(app.asking(province()));

            assertThat(deliberations.committee(round).of(HERE).given()).hasSize(5);
            assertCode(() -> say(1, new Said(HERE, "4", false, "", new Version(1))), "deliberation.over");
            assertCode(() -> deliberations.leave(app.asking(province()), post(1), "有事"), "deliberation.over");
            assertCode(() -> deliberations.close(app.asking(province())), "deliberation.over");
            assertCode(() -> deliberations.open(app.asking(province()), seats(5, "")), "deliberation.opened");
        });
    }

    @Test
    void aSessionWithoutAQuorumIsNotClosedAndTheFirstUnitsAreNamed() {
        app.rolledBack(() -> {
            open(5, "");
            for (int i = 1; i <= 5; i++) markAll(i, "3");
            say(3, new Said(HERE, "", true, "有亲属任职", new Version(1)));

            assertThat(deliberations.session(round).orElseThrow().whyNotClose(5))
                    .hasValueSatisfying(
                            reason -> assertThat(reason.sentence().zh()).contains("1 个单位", "法定的 5 人", "番禺区 4"));
            assertCode(() -> deliberations.close(app.asking(province())), "deliberation.quorum");
        });
    }

    @Test
    void whoLeavesTakesTheirMarksAlongAndALatecomerMakesTheQuorumWhole() {
        app.rolledBack(() -> {
            open(5, "");
            for (int i = 1; i <= 5; i++) markAll(i, "3");
            assertThat(deliberations.session(round).orElseThrow().whyNotClose(5))
                    .isEmpty();

            deliberations.leave(app.asking(province()), post(4), "临时公务");

            var whyNot =
                    deliberations.session(round).orElseThrow().whyNotClose(5).orElseThrow();
            assertThat(whyNot.sentence().zh()).contains("1 位委员已离席，其打分作废", "荔湾区 4");
            assertCode(() -> say(4, new Said(HERE, "4", false, "", new Version(1))), "deliberation.has-left");
            assertCode(() -> deliberations.leave(app.asking(province()), post(4), "又走了"), "page.unknown");
            assertCode(
                    () -> deliberations.admit(app.asking(province()), List.of(new Seat(post(4), ""))),
                    "deliberation.seated");

            deliberations.admit(app.asking(province()), List.of(new Seat(post(6), "")));
            markAll(6, "2.5");
            assertThat(deliberations.close(app.asking(province())).text())
                    .contains("离席\t委员4", "临时公务")
                    .doesNotContain("打分\t委员4");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "-0.5, deliberation.mark-steps",
        "5.5, deliberation.mark-steps",
        "3.3, deliberation.mark-steps",
        "3.25, deliberation.mark-steps",
        "3%, deliberation.mark-steps",
        "0, deliberation.reason-extreme",
        "5.0, deliberation.reason-extreme",
        "1e400, sheet.exponent",
        "NaN, sheet.no-figure",
        "四, sheet.number",
        "99999999999999999999, sheet.digits"
    })
    void aMarkOutOfTheStepsIsRefusedAndNothingElseOfTheBallotIsKept(String typed, String code) {
        app.rolledBack(() -> {
            open(5, "");

            var refused = catchThrowableOfType(
                    Refused.class,
                    () -> say(
                            1,
                            new Said(new UnitCode("440103"), "4", false, "", Version.NONE),
                            new Said(HERE, typed, false, "", Version.NONE)));

            assertThat(refused.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(code);
                assertThat(finding.told()).startsWith("番禺区");
            });
            assertThat(deliberations.session(round).orElseThrow().marks()).isEmpty();
        });
    }

    @Test
    void extremesAndRecusalsNeedAReasonAndOwnRegionsAreRecusedByRule() {
        app.rolledBack(() -> {
            open(5, "珠三角");

            assertCode(() -> say(1, new Said(HERE, "3", false, "", Version.NONE)), "deliberation.own-region");
            assertCode(() -> say(2, new Said(HERE, "", true, " ", Version.NONE)), "deliberation.reason");
            assertCode(() -> say(2, new Said(HERE, "3", true, "亲属", Version.NONE)), "deliberation.either");
            assertCode(() -> say(2, new Said(HERE, "", false, "亲属", Version.NONE)), "deliberation.no-mark");
            assertCode(() -> say(2, new Said(HERE, "3", false, "a\0b", Version.NONE)), "deliberation.reason-text");
            assertCode(() -> say(2, new Said(HERE, "3", false, "\ud800", Version.NONE)), "deliberation.reason-text");
            assertCode(
                    () -> say(2, new Said(HERE, "3", false, "长".repeat(501), Version.NONE)),
                    "deliberation.reason-text");
            assertCode(
                    () -> say(2, new Said(new UnitCode("999999"), "3", false, "", Version.NONE)), "deliberation.unit");
            assertCode(
                    () -> say(
                            2,
                            new Said(HERE, "3", false, "", Version.NONE),
                            new Said(HERE, "4", false, "", Version.NONE)),
                    "deliberation.unit");
            assertThat(say(
                            2,
                            new Said(HERE, "5", false, "各项均居首", Version.NONE),
                            new Said(new UnitCode("440103"), "0", false, "瞒报", Version.NONE)))
                    .isEqualTo(2);
        });
    }

    @Test
    void aMarkIsChangedAndTakenBackAndOnlyTheVersionThatWasSeen() {
        app.rolledBack(() -> {
            open(5, "");
            assertThat(say(1, new Said(HERE, "3", false, "", Version.NONE))).isEqualTo(1);
            assertThat(say(1, new Said(HERE, "3.0", false, "", new Version(1))))
                    .as("the same")
                    .isZero();
            assertThat(say(1, new Said(HERE, "4", false, "", new Version(1)))).isEqualTo(1);
            assertCode(() -> say(1, new Said(HERE, "2", false, "", new Version(1))), "deliberation.changed-meanwhile");

            assertThat(say(1, new Said(HERE, "", false, "", new Version(2)))).isEqualTo(1);

            assertThat(deliberations.session(round).orElseThrow().tallies())
                    .filteredOn(tally -> tally.candidate().unit().code().equals(HERE))
                    .singleElement()
                    .satisfies(tally -> {
                        assertThat(tally.given()).isEmpty();
                        assertThat(tally.waiting()).hasSize(5);
                    });
        });
    }

    @Test
    void onlyTheProvinceLeadsAndOnlyMembersWhoCameMark() {
        app.rolledBack(() -> {
            assertCode(() -> say(1, new Said(HERE, "3", false, "", Version.NONE)), "deliberation.not-open");
            assertCode(() -> deliberations.open(app.asking(province()), seats(4, "")), "deliberation.too-few");
            assertCode(
                    () -> deliberations.open(
                            app.asking(province()), List.of(new Seat(post(1), ""), new Seat(post(1), ""))),
                    "deliberation.no-member");
            assertCode(
                    () -> deliberations.open(
                            app.asking(province()),
                            List.of(new Seat(province().post().id(), ""))),
                    "deliberation.no-member");
            assertCode(() -> deliberations.open(app.asking(province()), seats(5, "火星")), "deliberation.region");
            open(5, "");

            assertCode(() -> say(9, new Said(HERE, "3", false, "", Version.NONE)), "deliberation.not-there");
            assertCode(() -> deliberations.leave(app.asking(province()), post(1), " "), "deliberation.leave-reason");
            for (var login : List.of("office", "city", "member1")) {
                var other = app.visitor(login);
                assertCode(() -> deliberations.open(app.asking(other), seats(5, "")), "deliberation.province");
                assertCode(() -> deliberations.admit(app.asking(other), seats(5, "")), "deliberation.province");
                assertCode(() -> deliberations.leave(app.asking(other), post(1), "有事"), "deliberation.province");
                assertCode(() -> deliberations.close(app.asking(other)), "deliberation.province");
            }
            assertCode(
                    () -> marking.mark(app.asking(province()), List.of(new Said(HERE, "3", false, "", Version.NONE))),
                    "deliberation.member");
        });
    }

    @Test
    void theDatabaseItselfRefusesOddMarks() {
        for (var odd : List.of("5.3, false, ''", "-0.5, false, ''", "null, true, ''", "3, true, 'x'"))
            app.rolledBack(() -> {
                open(5, "");
                assertThatThrownBy(() -> app.db()
                                .sql(
                                        "insert into deliberation_mark (deliberation, post, unit, version, mark, recused, reason,"
                                                + " person, at) select deliberation, post, '440113', 1, " + odd
                                                + ", 'x', now() from deliberation_member")
                                .update())
                        .as(odd)
                        .isInstanceOf(DataAccessException.class);
            });
    }

    @Test
    void membersMarkAtOnceAndOneMemberTwiceAtOnceIsKeptOnce() throws Exception {
        try (var fresh = App.fresh()) {
            var here = fresh.round();
            var leads = fresh.bean(Deliberations.class);
            leads.open(fresh.asking(fresh.visitor("province")), seats(fresh, 5, ""));
            var at = new ArrayList<Callable<Integer>>();
            var barrier = new CyclicBarrier(10);
            for (int i = 0; i < 10; i++) {
                var member = fresh.visitor("member" + (i / 2 + 1));
                var typed = i % 2 == 0 ? "3" : "3.5";
                at.add(() -> {
                    barrier.await();
                    return fresh.bean(Marking.class)
                            .mark(fresh.asking(member), List.of(new Said(HERE, typed, false, "", Version.NONE)));
                });
            }

            int kept = 0;
            try (var threads = Executors.newFixedThreadPool(10)) {
                for (var future : threads.invokeAll(at)) {
                    try {
                        kept += future.get();
                    } catch (ExecutionException refused) {
                        assertThat(refused).hasCauseInstanceOf(Refused.class);
                    }
                }
            }

            assertThat(kept).isEqualTo(5);
            var session = leads.session(here).orElseThrow();
            assertThat(session.marks())
                    .hasSize(5)
                    .allSatisfy(mark -> assertThat(mark.version().number()).isEqualTo(1));
        }
    }

    private void open(int members, String regionOfFirst) {
        deliberations.open(app.asking(province()), seats(members, regionOfFirst));
    }

    private List<Seat> seats(int members, String regionOfFirst) {
        return seats(app, members, regionOfFirst);
    }

    private static List<Seat> seats(App app, int members, String regionOfFirst) {
        return IntStream.rangeClosed(1, members)
                .mapToObj(i -> new Seat(app.visitor("member" + i).post().id(), i == 1 ? regionOfFirst : ""))
                .toList();
    }

    private void markAll(int member, String mark) {
        var session = deliberations.session(round).orElseThrow();
        var own = session.member(post(member)).orElseThrow();
        var said = session.candidates().stream()
                .filter(candidate -> !Tally.ofRegion(own, candidate))
                .map(candidate -> new Said(candidate.unit().code(), mark, false, "", Version.NONE))
                .toList();
        marking.mark(app.asking(app.visitor("member" + member)), said);
    }

    private int say(int member, Said... said) {
        return marking.mark(app.asking(app.visitor("member" + member)), List.of(said));
    }

    private PostId post(int member) {
        return app.visitor("member" + member).post().id();
    }

    private Visitor province() {
        return app.visitor("province");
    }

    private static BigDecimal mark(String mark) {
        return new BigDecimal(mark);
    }

    private static void assertCode(Runnable verb, String code) {
        var refused = catchThrowableOfType(Refused.class, verb::run);
        assertThat(refused).as(code).isNotNull();
        assertThat(refused.reason()).extracting(Reason::code).isEqualTo(code);
    }
}
