package pingheng.contents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.round.Layer;

/** What is secret, and who may read it in which phase. */
final class Secrets {
    static final int UNDER_REVIEW = 1;
    static final int DECIDED = 2;
    static final int RELEASED = 3;

    /**
     * The phases in which a role may read it: 1 under review, 2 decided and not in force, 3 in force. The county is Panyu's own posts,
     * other is the office of another county, the inspector is sent to Panyu, the member is member1. The province reads all.
     */
    private static final String WHO = """
            secret                     county other  city   inspector member
            provincial decision        -      -      -      -         -
            provincial figure          -      -      -      -         -
            provincial opinion         -      -      -      -         -
            on-site decision           -      -      -      -         -
            survey value               -      -      -      -         -
            committee mark             -      -      -      -         -
            own committee mark         -      -      -      -         123
            city decision              -      -      123    -         -
            city figure                -      -      123    -         -
            city opinion               -      -      123    -         -
            reason of a naming         23     -      -      -         -
            reason of another naming   -      -      -      -         -
            inspector                  23     -      -      123       -
            finding not handed over    -      -      -      123       -
            look from above            -      -      -      -         -
            figure of another unit     -      -      -      -         -
            proposal                   -      -      -      -         -
            minutes                    -      -      -      -         -
            result as a whole          -      -      -      -         -
            dossier of another unit    -      -      -      -         -
            letter to another unit     -      -      -      -         -
            """;

    private static final String CHILDREN = "'kindergarten_children', '', '2019/20'";

    private static final List<Secret> ALL = List.of(
            decision("provincial decision", "province", "3.1.1"),
            figure("provincial figure", "province"),
            opinion("provincial opinion", Layer.PROVINCE),
            decision("on-site decision", "onsite", "3.1.1"),
            Secret.of(
                    "survey value",
                    "update survey_result set satisfied = satisfied - 1, dissatisfied = dissatisfied + 1 where unit = '440113'",
                    "select string_agg(satisfied::text, ' ' order by audience) from survey_result where unit = '440113'"),
            mark("committee mark", "member2"),
            mark("own committee mark", "member1"),
            decision("city decision", "city", "3.1.2"),
            figure("city figure", "city"),
            opinion("city opinion", Layer.CITY),
            naming("reason of a naming", "440113"),
            naming("reason of another naming", "440103"),
            new Secret(
                    "inspector",
                    (world, number) -> world.sent(),
                    "select string_agg(post::text, ' ' order by post) from visit_inspector_current where unit = '440113'"),
            Secret.of(
                    "finding not handed over",
                    """
                    insert into site_finding (round, unit, point, version, text, person, post, at)
                    select round, unit, point, version + 1, '现场所见之?', person, post, at
                      from site_finding
                     where unit = '440113' and point = '3.1.1'
                     order by version desc
                     limit 1
                    """,
                    "select text from site_finding where unit = '440113' and point = '3.1.1' order by version desc"),
            new Secret(
                    "look from above",
                    (world, number) -> world.read("point/3.1.1", number),
                    "select person from ledger_entry where unit = '440113/province' and verb = 'read' order by number desc"),
            new Secret(
                    "letter to another unit",
                    (world, number) -> world.write("440303"),
                    "select document from opinion_letter where unit = '440303'"),
            Secret.of(
                    "figure of another unit",
                    """
                    insert into figure_version (round, unit, figure, member, period, written, value, source, version, person, at)
                    select id, '440303', %s, '?', ?, '',
                           1 + coalesce((select max(version) from figure_version where unit = '440303'), 0),
                           'office-440303', '2020-08-20T01:00Z'
                      from round
                     where code = 'GD-2020'
                    """.formatted(CHILDREN),
                    "select written from figure_version where unit = '440303' order by version desc"),
            Secret.of("proposal", """
                    insert into release_proposal (round, document, approved, effective, digest, person, post, at)
                    select round, '提请文号之?', approved, effective, digest, person, post, at
                      from release_proposal
                     limit 1
                    """, "select document from release_proposal order by id desc"),
            Secret.of(
                    "minutes",
                    "update deliberation_minutes set text = '合议记录之?'",
                    "select text from deliberation_minutes"),
            Secret.of("result as a whole", "update release set ranking = '名次之?'", "select ranking from release"),
            Secret.of(
                    "dossier of another unit",
                    "update released_unit set zh = '得分说明之?', en = 'derivations of ?' where unit = '440303'",
                    "select zh from released_unit where unit = '440303'"));

    private Secrets() {}

    /** The secrets that there are in a phase. */
    static List<Secret> in(int phase) {
        return ALL.stream()
                .filter(secret -> switch (secret.name()) {
                    case "minutes", "proposal" -> phase >= DECIDED;
                    case "result as a whole", "dossier of another unit", "letter to another unit" -> phase == RELEASED;
                    default -> true;
                })
                .toList();
    }

    /** Whether a role may read the secret in the phase. */
    static boolean may(String role, Secret secret, int phase) {
        var cell = table().getOrDefault(secret.name(), Map.of()).get(role);
        if (cell == null) throw new IllegalStateException(role + " and " + secret.name() + " are not in the table");
        return cell.contains(String.valueOf(phase));
    }

    private static Map<String, Map<String, String>> table() {
        var lines = WHO.lines().toList();
        var roles = List.of(lines.getFirst().substring(27).split(" +"));
        var table = new LinkedHashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = new ArrayList<>(List.of(line.substring(27).split(" +")));
            var of = new LinkedHashMap<String, String>();
            for (int i = 0; i < roles.size(); i++) of.put(roles.get(i), cells.get(i));
            table.put(line.substring(0, 27).strip(), of);
        }
        return table;
    }

    private static Secret decision(String name, String layer, String point) {
        return Secret.of(
                name,
                """
                insert into judgement (round, unit, layer, point, version, decision, marks, score, reason, person, post, at, sealed)
                select r.id, '440113', '%1$s', '%2$s',
                       1 + coalesce((select max(version) from judgement
                                      where unit = '440113' and layer = '%1$s' and point = '%2$s'), 0),
                       'score', '', mod(?, 19) / 10.0, '%1$s 的理由之?', 'province',
                       (select a.post from appointment_current a join person p on p.id = a.person where p.login = 'province' limit 1),
                       '2020-09-20T01:00Z',
                       (select digest from sealed_point s
                         where s.round = r.id and s.unit = '440113' and s.point = '%2$s'
                         order by number desc limit 1)
                  from round r
                 where r.code = 'GD-2020'
                """.formatted(layer, point),
                "select reason from judgement where unit = '440113' and layer = '" + layer + "' and point = '" + point
                        + "' order by version desc");
    }

    private static Secret figure(String name, String layer) {
        return Secret.of(
                name,
                """
                insert into confirmed_figure (round, unit, layer, figure, member, period, version, written, value, reason, person, at)
                select r.id, '440113', '%1$s', %2$s,
                       1 + coalesce((select max(version) from confirmed_figure where unit = '440113' and layer = '%1$s'), 0),
                       '2500?', 2500?, '%1$s 核定之?', 'province', '2020-09-20T01:00Z'
                  from round r
                 where r.code = 'GD-2020'
                """.formatted(layer, CHILDREN),
                "select written from confirmed_figure where unit = '440113' and layer = '" + layer
                        + "' order by version desc");
    }

    /** Signed over what the layer has decided, so that it holds. */
    private static Secret opinion(String name, Layer layer) {
        return new Secret(
                name,
                (world, number) -> world.change("""
                insert into opinion (round, unit, layer, text, digest, format, person, post, at)
                select r.id, '440113', '%1$s', '%1$s 的意见之%2$d', '%3$s', 2, 'province',
                       (select a.post from appointment_current a join person p on p.id = a.person where p.login = 'province' limit 1),
                       '2020-09-20T01:00Z'
                  from round r
                 where r.code = 'GD-2020'
                """.formatted(layer.code(), number, world.digest(layer))),
                "select text from opinion where unit = '440113' and layer = '" + layer.code() + "' order by id desc");
    }

    private static Secret mark(String name, String login) {
        return Secret.of(
                name,
                """
                insert into deliberation_mark (deliberation, post, unit, version, mark, recused, reason, person, at)
                select d.id, a.post, '440113',
                       1 + coalesce((select max(version) from deliberation_mark m
                                      where m.post = a.post and m.unit = '440113'), 0),
                       mod(?, 10) / 2.0, false, '%1$s 的看法之?', p.login, d.at
                  from deliberation d, appointment_current a
                  join person p on p.id = a.person
                 where p.login = '%1$s'
                """.formatted(login),
                "select m.reason from deliberation_mark m where m.person = '" + login
                        + "' and m.unit = '440113' order by m.version desc");
    }

    private static Secret naming(String name, String unit) {
        return Secret.of(
                name,
                "update sample_named set reason = '指定的理由之?' where unit = '" + unit + "'",
                "select reason from sample_named where unit = '" + unit + "'");
    }
}
