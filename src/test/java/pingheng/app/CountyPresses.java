package pingheng.app;

import static pingheng.app.Press.Sent.of;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pingheng.duty.Duties;
import pingheng.duty.DutyTables;
import pingheng.framework.rule.Marks;
import pingheng.rectification.Rectifications;
import pingheng.submission.Answers;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** What a county presses beside the tale of {@link Presses}: its tables, its figures, a text that two wrote, and what a letter asks for. */
final class CountyPresses {
    private static final String UNIT = "/r/GD-2020/" + App.PANYU;

    private final App app;
    private final Tale tale;
    private final List<Press> all = new ArrayList<>();

    CountyPresses(App app) {
        this.app = app;
        this.tale = new Tale(app);
    }

    List<Press> underWay() {
        add(
                "/people/{unit}/contacts",
                "office",
                in -> of("/people/" + App.PANYU + "/contacts").with(Map.of("通讯录.csv", bytes("""
                        单位,岗位,角色,姓名,登录名
                        区应急管理局,值班联系人,联系人,汪洋,wang.yang
                        """))));
        add(
                "/r/{round}/{unit}/matrix/table",
                "office",
                in -> of(
                        UNIT + "/matrix/table",
                        "table",
                        changedTable(),
                        "seen",
                        in.bean(Duties.class).digest(in.round(), in.panyu())));
        add(
                "/r/{round}/{unit}/schools",
                "education",
                in -> of(UNIT + "/schools").with(Map.of("学校.tsv", bytes(schools()))));
        add(
                "/r/{round}/{unit}/figures/withdrawals",
                "finance",
                in -> of(UNIT + "/figures/withdrawals", "cell", cell(), "seen", "1", "reason", "口径有误"));
        add("/r/{round}/{unit}/figures/table", "finance", in -> {
            var parts = cell().split("@", 2);
            return of(UNIT + "/figures/table", "text", "代码\t数据项\t" + parts[1] + "\n" + parts[0] + "\t\t154");
        });
        add(
                "/r/{round}/{unit}/figures/{figure}/owner",
                "office",
                in -> of(
                        UNIT + "/figures/" + cell().replaceFirst("@.*", "") + "/owner",
                        "body",
                        tale.body("education"),
                        "reason",
                        "机构改革"));
        add("/r/{round}/{unit}/points/{point}/settlement", "finance", in -> {
            aside("office", "先写的");
            aside("finance", "后写的");
            var own = tale.own();
            var answer = own.point(new PointCode("5.1.3")).orElseThrow().answer();
            var form = new ArrayList<>(List.of("statement", "两份合成一份", "over", String.valueOf(answer.version())));
            tale.beside().forEach(one -> form.addAll(List.of("aside", String.valueOf(one))));
            return of(UNIT + "/points/5.1.3/settlement", form.toArray(String[]::new));
        });
        return all;
    }

    /** After the letter. */
    List<Press> rectified() {
        var list = UNIT + "/rectification";
        add(
                "/r/{round}/{unit}/rectification/{number}/measure",
                "office",
                in -> of(
                        list + "/1/measure",
                        "text",
                        "补充编制 20 名",
                        "body",
                        tale.body("finance"),
                        "due",
                        "2021-03-01",
                        "seen",
                        "0"));
        add(
                "/r/{round}/{unit}/rectification/{number}/proof",
                "finance",
                in -> of(list + "/1/proof", "text", "已补充 20 名").with("证明.pdf"));
        add(
                "/r/{round}/{unit}/rectification/{number}/check",
                "province",
                in -> of(
                        list + "/1/check",
                        "proof",
                        String.valueOf(in.bean(Rectifications.class)
                                .of(in.round(), in.panyu())
                                .orElseThrow()
                                .items()
                                .getFirst()
                                .proofs()
                                .getFirst()
                                .id()),
                        "accepted",
                        "false",
                        "reason",
                        "只到岗 10 名"));
        return all;
    }

    private void aside(String login, String statement) {
        var own = tale.own();
        app.bean(Answers.class)
                .save(
                        own.askedBy(
                                app.visitor(login),
                                app.bean("clock", Clock.class).instant()),
                        new PointCode("5.1.3"),
                        new Answers.Draft(Version.NONE, Marks.NONE, null, "", statement));
    }

    /** The one that the tale has reported. */
    private String cell() {
        var own = tale.own();
        return own.point(new PointCode("5.1.1"))
                .orElseThrow()
                .reads()
                .getFirst()
                .key();
    }

    /** Those of the county in the example. */
    private static String schools() {
        try (var lines = Files.lines(App.PROVINCE.resolve("schools.tsv"))) {
            return lines.filter(line -> line.startsWith("unit\t") || line.startsWith(App.PANYU.text()))
                    .map(line -> line.substring(line.indexOf('\t') + 1))
                    .collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String changedTable() {
        var tables = app.bean(DutyTables.class);
        var whole = new ByteArrayInputStream(tables.workbook(app.round(), app.panyu()));
        return tables.read(app.round(), app.panyu(), "a.xlsx", whole)
                .text()
                .replace("5.1.2\t区财政局\t区教育局", "5.1.2\t教育\t区统计局");
    }

    private void add(String route, String login, Function<App, Press.Sent> sent) {
        all.add(new Press(route, login, sent));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
