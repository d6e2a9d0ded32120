package pingheng.app;

import static pingheng.app.Press.Sent.of;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pingheng.result.release.Releases;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;

/** What the offices above press beside the tale of {@link Presses}: frameworks, rounds, units, a visit, the release and the letters. */
final class ProvincePresses {
    private static final Path BALANCE = Path.of("examples/balance/county");
    private static final String VISIT = "/r/GD-2020/visits/" + App.PANYU;

    private final List<Press> all = new ArrayList<>();

    List<Press> underWay() {
        add("/r/{round}/deliberation/closing", "province", in -> {
            new Tale(in).everybodyMarks();
            return of("/r/GD-2020/deliberation/closing");
        });
        add("/frameworks", "province", in -> of("/frameworks").with(tables()));
        add(
                "/rounds",
                "province",
                in -> of(
                        "/rounds",
                        "code",
                        "GD-2021",
                        "title_zh",
                        "2021年评价",
                        "title_en",
                        "Evaluation of 2021",
                        "year",
                        "2021",
                        "zone",
                        "Asia/Shanghai",
                        "decides",
                        "province",
                        "onsite",
                        "replace",
                        "credibility",
                        "off",
                        "figures",
                        "carried",
                        "quorum",
                        "5",
                        "county",
                        new Tale(in).published(),
                        "city",
                        "",
                        "due_plan",
                        "2021-08-10",
                        "due_material",
                        "",
                        "due_submission",
                        "2021-09-10",
                        "due_city_review",
                        "2021-09-30",
                        "due_province_review",
                        "2021-10-30",
                        "due_onsite",
                        "2021-11-30"));
        add(
                "/rounds/{round}/dates/{stage}",
                "province",
                in -> of("/rounds/GD-2021/dates/submission", "due", "2021-09-20", "reason", "台风停课，顺延十天"));
        add("/people/offices", "province", in -> of("/people/offices", "unit", "440100"));
        add(
                "/people/offices/mergers",
                "province",
                in -> of("/people/offices/mergers", "unit", "440112", "day", "2021-01-01", "successors", "440113"));
        add("/clock", "province", in -> of("/clock", "day", "2020-08-18", "time", "09:30"));
        return all;
    }

    /** The visit of the county that is submitted, which is named beside the draw. */
    List<Press> visit() {
        add("/r/{round}/visits/{unit}/findings", "inspector", in -> {
            in.at(Instant.parse("2020-11-05T02:00:00Z"));
            var province = in.visitor("province");
            var drawing = new Sampling.SampleDraw("公证摇号", "7", Map.of("county/粤北", 1));
            in.bean(Sampling.class).draw(in.asking(province), drawing);
            in.bean(Sampling.class).name(in.asking(province), new Sampling.NamedUnit(App.PANYU, "群众来信"));
            in.bean(Visiting.class)
                    .assign(
                            in.asking(province),
                            App.PANYU,
                            in.visitor("inspector").post().id());
            return of(VISIT + "/findings", "point", "5.1.1", "text", "台账齐全", "seen", "0");
        });
        add(
                "/r/{round}/visits/{unit}/handover",
                "inspector",
                in -> of(VISIT + "/handover", "digest", new Tale(in).noted()));
        add(
                "/r/{round}/visits/{unit}/countersignature",
                "office",
                in -> of(VISIT + "/countersignature", "digest", new Tale(in).noted(), "agrees", "true"));
        add(
                "/r/{round}/survey",
                "province",
                in -> of("/r/GD-2020/survey", "seen", "0")
                        .with(Map.of("survey.tsv", bytes(App.PROVINCE.resolve("survey.tsv")))));
        return all;
    }

    /** Where everything is judged: the release by two persons, and the letters. */
    List<Press> release() {
        add(
                "/r/{round}/results/proposals",
                "province",
                in -> of(
                        "/r/GD-2020/results/proposals",
                        "document",
                        "粤教督〔2020〕演练1号",
                        "approved",
                        "2020-12-19",
                        "day",
                        "2020-12-25",
                        "time",
                        "09:00",
                        "digest",
                        in.bean(Releases.class).dryRun(in.round()).digest()));
        add(
                "/r/{round}/results/release",
                "province-head",
                in -> of(
                        "/r/GD-2020/results/release",
                        "proposal",
                        String.valueOf(in.bean(Releases.class)
                                .proposal(in.round())
                                .orElseThrow()
                                .id())));
        add("/r/{round}/{unit}/letter", "province", in -> {
            in.at(Instant.parse("2020-12-26T02:00:00Z"));
            return of("/r/GD-2020/" + App.PANYU + "/letter", "document", "演练2号", "text", "请整改", "text_1.1.1", "会议不足");
        });
        add("/r/{round}/letters", "province", in -> of("/r/GD-2020/letters", "document", "演练3号"));
        return all;
    }

    static Map<String, byte[]> tables() {
        var tables = new HashMap<String, byte[]>();
        try (var files = Files.list(BALANCE)) {
            files.forEach(file -> tables.put(String.valueOf(file.getFileName()), bytes(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return tables;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void add(String route, String login, Function<App, Press.Sent> sent) {
        all.add(new Press(route, login, sent));
    }
}
