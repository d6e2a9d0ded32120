package pingheng.app;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pingheng.app.Routes.Route;

/**
 * What to send on each route that changes something: plausible enough to reach the question of rights, and refused or without effect
 * after it. One line a route, or several where what is sent decides who may.
 */
final class Plausible {
    private static final String UNIT = "/r/{round}/{unit}";
    private static final String API = "/api/v1/rounds/{round}/units/{unit}";
    private static final String STALE = "0".repeat(64);
    private static final String LONG = "x".repeat(20_001);

    private static final String NEW_ROUND = """
            {'code': '', 'title': {'zh': '', 'en': ''}, 'year': 2021, 'zone': 'Asia/Shanghai', 'official': false, 'decides': 'province',
             'onsite': 'replace', 'credibility': 'off', 'quorum': 5, 'frameworks': {}, 'dates': {}}
            """;

    private static final Pattern STEP = Pattern.compile("step\\W+(\\w+)");

    private static final List<Line> ALL = List.of(
            form("/clock", "day", "2000-01-01", "time", "00:00"),
            form("/language", "lang", "zh", "back", "/"),
            form("/posts", "post", "0"),
            upload("/frameworks", "", ""),
            form("/rounds", "code", ""),
            form(
                    "/r/{round}/results/proposals",
                    "document",
                    "",
                    "approved",
                    "2020-12-20",
                    "day",
                    "2020-12-25",
                    "time",
                    "09:00",
                    "digest",
                    STALE),
            form("/r/{round}/results/release", "proposal", "0"),
            form("/rounds/{round}/dates/{stage}", "due", "2020-08-10", "reason", ""),
            form("/rehearsal/sign-in", "login", "nobody"),
            form("/slip", "login", "nobody", "slip", "X", "password", "long enough", "again", "long enough"),
            form("/people/offices"),
            form("/people/offices/mergers", "unit", "000000", "day", "2021-01-01", "successors", ""),
            form("/people/{unit}/bodies"),
            form("/people/{unit}/bodies/{id}"),
            form("/people/{unit}/bodies/{id}/posts", "title", "", "role", "contact"),
            upload("/people/{unit}/contacts", "", ""),
            form("/people/{unit}/posts/{id}/appointments", "login", "x"),
            form("/people/{unit}/posts/{id}/dismissals", "login", "nobody"),
            form("/people/{unit}/posts/{id}/handovers", "from", "nobody", "login", "x"),
            form("/people/{unit}/posts/{id}/slips", "login", "staffing"),
            upload("/setup/{token}", "province", "x"),
            form("/r/{round}/deliberation"),
            form("/r/{round}/deliberation/closing"),
            form("/r/{round}/deliberation/marks", "mark_999999", "1"),
            form("/r/{round}/deliberation/members"),
            form("/r/{round}/deliberation/members/{post}/departure", "reason", ""),
            upload("/r/{round}/survey", "", ""),
            form("/r/{round}/letters", "document", ""),
            form("/r/{round}/visits/draw", "source", "", "seed", ""),
            form("/r/{round}/visits/named", "unit", "", "reason", ""),
            form("/r/{round}/visits/{unit}/inspectors", "post", "0"),
            form("/r/{round}/visits/{unit}/inspectors/{post}/removal"),
            form("/r/{round}/visits/{unit}/findings", "point", "0.0.0", "text", "x", "seen", "0"),
            form("/r/{round}/visits/{unit}/handover", "digest", STALE),
            form("/r/{round}/visits/{unit}/countersignature", "digest", STALE, "agrees", "true"),
            form(UNIT + "/dates/{stage}", "due", "2020-08-10"),
            form(UNIT + "/dates/{stage}/extensions", "due", "2020-09-30", "reason", ""),
            form(UNIT + "/figures", "cell", "{cell}", "value", "x", "seen", "0"),
            form(UNIT + "/figures/withdrawals", "cell", "{cell}", "seen", "0"),
            form(UNIT + "/figures/{figure}/owner", "body", "0", "reason", ""),
            form(UNIT + "/figures/table", "text", "数据项\n不存在"),
            form(UNIT + "/letter", "document", ""),
            form(UNIT + "/rectification/{number}/measure", "due", "2020-08-10"),
            upload(UNIT + "/rectification/{number}/proof", "text", ""),
            form(UNIT + "/rectification/{number}/check", "proof", "0", "accepted", "false"),
            form(UNIT + "/matrix", "text", "编号\t牵头单位\n0.0.0\t"),
            form(UNIT + "/matrix/table", "table", "编号\t牵头单位\n5.1.2\t财政", "seen", STALE),
            form(UNIT + "/matrix/{point}", "lead", "0"),
            form(UNIT + "/obligations", "body", "0", "kind", "summary", "owes", "true"),
            form(UNIT + "/points/{point}", "claim", "999999"),
            form(UNIT + "/points/{point}/citations", "document", "{id}", "cites", "true"),
            upload(UNIT + "/points/{point}/evidence", "kind", "material"),
            form(UNIT + "/points/{point}/returns", "reason", ""),
            form(UNIT + "/points/{point}/settlement", "claim", "999999"),
            form(UNIT + "/points/{point}/sign-offs", "step", "filled", "digest", STALE),
            form(UNIT + "/points/{point}/sign-offs", "step", "checked", "digest", STALE),
            form(UNIT + "/review/{layer}/agreements", "point", "0.0.0"),
            form(UNIT + "/review/{layer}/opinion", "text", "", "digest", STALE),
            form(UNIT + "/review/{layer}/{point}", "decision", "marks", "seen", "0"),
            form(UNIT + "/review/{layer}/{point}/figures", "cell", "{cell}", "value", "", "reason", "", "seen", "0"),
            form(UNIT + "/schools", "text", "学校代码\t学校名称\n1\t"),
            form(UNIT + "/submission", "digest", STALE),
            form(UNIT + "/submission/freeze", "digest", STALE),
            form(UNIT + "/submission/freeze/lifting"),
            upload(UNIT + "/submission/scans", "kind", "form"),
            form(UNIT + "/submission/sign-offs", "step", "office", "digest", STALE),
            form(UNIT + "/submission/sign-offs", "step", "leader", "digest", STALE),
            form(UNIT + "/submissions/{number}/returns", "points", "", "reason", "", "due", "2020-09-30"),
            form(UNIT + "/summaries", "body", "{body}", "text", LONG, "seen", "0"),
            form(UNIT + "/urgings", "body", "{body}", "text", "", "by", "2020-09-01"),
            form(UNIT + "/urgings/{id}/answer", "answer", ""),
            upload("/api/v1/frameworks", "", ""),
            json("POST", "/api/v1/rounds", NEW_ROUND),
            json("PUT", "/api/v1/rounds/{round}/dates/{stage}", "{'due': '2020-08-10', 'reason': ''}"),
            json("POST", "/api/v1/rounds/{round}/deliberation", "{'members': []}"),
            json("POST", "/api/v1/rounds/{round}/deliberation/closing", ""),
            json("PUT", "/api/v1/rounds/{round}/deliberation/marks", "{'marks': []}"),
            json("POST", "/api/v1/rounds/{round}/deliberation/members", "{'members': []}"),
            json("POST", "/api/v1/rounds/{round}/deliberation/members/{post}/departure", "{'reason': ''}"),
            json(
                    "POST",
                    "/api/v1/rounds/{round}/results/proposals",
                    "{'document': '', 'approved': '2020-12-20', 'effective': '2020-12-25T09:00:00+08:00', 'digest': ''}"),
            json("POST", "/api/v1/rounds/{round}/results/release", "{'proposal': 0}"),
            upload("/api/v1/rounds/{round}/survey", "", ""),
            json("POST", "/api/v1/rounds/{round}/visits", "{'source': '', 'seed': '', 'sizes': {}}"),
            json("POST", "/api/v1/rounds/{round}/visits/named", "{'unit': '999999', 'reason': ''}"),
            json("POST", "/api/v1/rounds/{round}/visits/{unit}/inspectors", "{'post': 0}"),
            json("PUT", "/api/v1/rounds/{round}/visits/{unit}/findings", "{'seen': 0, 'point': '0.0.0', 'text': 'x'}"),
            json("POST", "/api/v1/rounds/{round}/visits/{unit}/handover", "{'digest': ''}"),
            json(
                    "POST",
                    "/api/v1/rounds/{round}/visits/{unit}/countersignature",
                    "{'digest': '', 'agrees': true, 'text': ''}"),
            json("PUT", API + "/dates/{stage}", "{'due': '2020-08-10'}"),
            json("POST", API + "/dates/{stage}/extensions", "{'due': '2020-09-30', 'reason': ''}"),
            json("PUT", API + "/figures", "[{'cell': '{cell}', 'value': 'x', 'seen': 0}]"),
            json("PUT", API + "/obligations", "{'body': 0, 'kind': 'summary', 'owes': true}"),
            json("PUT", API + "/points/{point}/citations/{id}", ""),
            json("DELETE", API + "/points/{point}/citations/{id}", ""),
            json("PUT", API + "/points/{point}/draft", "{'seen': 0, 'claim': '999999'}"),
            upload(API + "/points/{point}/evidence", "kind", "material"),
            json("POST", API + "/points/{point}/returns", "{'reason': ''}"),
            json("POST", API + "/points/{point}/settlement", "{'seen': 0, 'claim': '999999'}"),
            json("POST", API + "/points/{point}/sign-offs", "{'step': 'filled', 'digest': ''}"),
            json("POST", API + "/points/{point}/sign-offs", "{'step': 'checked', 'digest': ''}"),
            json("POST", API + "/review/{layer}/agreements", "{'points': ['0.0.0']}"),
            json("POST", API + "/review/{layer}/opinion", "{'text': '', 'digest': ''}"),
            json("POST", API + "/rectification/letter", "{'document': ''}"),
            json(
                    "PUT",
                    API + "/rectification/{number}/measure",
                    "{'seen': 0, 'text': '', 'body': 0, 'due': '2020-08-10'}"),
            json("POST", API + "/rectification/{number}/proofs", "{'text': ''}"),
            json("POST", API + "/rectification/{number}/check", "{'proof': 0, 'accepted': false, 'reason': ''}"),
            json("PUT", API + "/review/{layer}/{point}", "{'seen': 0, 'decision': 'marks'}"),
            json(
                    "PUT",
                    API + "/review/{layer}/{point}/figures",
                    "{'seen': 0, 'cell': '{cell}', 'value': '', 'reason': ''}"),
            json("POST", API + "/submission", "{'digest': ''}"),
            json("POST", API + "/submission/freeze", "{'digest': ''}"),
            json("POST", API + "/submission/freeze/lifting", ""),
            upload(API + "/submission/scans", "kind", "form"),
            json("POST", API + "/submission/sign-offs", "{'step': 'office', 'digest': ''}"),
            json("POST", API + "/submission/sign-offs", "{'step': 'leader', 'digest': ''}"),
            json("POST", API + "/submissions/{number}/returns", "{'points': [], 'reason': '', 'due': '2020-09-30'}"),
            json("PUT", API + "/summaries/{body}", "{'text': '" + LONG + "', 'seen': 0}"),
            json("PUT", API + "/table/{point}", "{'lead': 0}"),
            json("POST", API + "/urgings", "{'body': {body}, 'text': '', 'by': '2020-09-01'}"),
            json("POST", API + "/urgings/{id}/answer", "{'answer': ''}"));

    private Plausible() {}

    /** One request as somebody. */
    interface Sent {
        Guest.Answer as(Guest guest, String path, Map<String, String> variables);
    }

    /** What to send on a route, and what tells it from the other lines of that route. */
    record Line(String route, String what, Sent sent) {
        @Override
        public String toString() {
            return route + (what.isEmpty() ? "" : "  " + what);
        }
    }

    /** What to send; empty for a route that this table does not know. */
    static List<Line> of(Route route) {
        if (route.method().equals("GET"))
            return List.of(new Line(route.toString(), "", (guest, path, variables) -> guest.get(path)));
        return ALL.stream().filter(line -> line.route.equals(route.toString())).toList();
    }

    private static Line form(String path, String... fields) {
        return new Line("POST " + path, what(String.join(" ", fields)), (guest, filled, variables) -> {
            var values = fields.clone();
            for (int i = 1; i < values.length; i += 2) values[i] = filled(values[i], variables);
            return guest.post(filled, values);
        });
    }

    /** A file without a byte. */
    private static Line upload(String path, String name, String value) {
        return new Line(
                "POST " + path,
                "",
                (guest, filled, variables) -> guest.upload(filled, Map.of(name, value), "empty.pdf", new byte[0]));
    }

    private static Line json(String method, String path, String body) {
        return new Line(
                method + " " + path,
                what(body),
                (guest, filled, variables) ->
                        guest.json(method, filled, filled(body, variables).replace('\'', '"')));
    }

    /** The step that is signed. */
    private static String what(String sent) {
        var step = STEP.matcher(sent);
        return step.find() ? step.group(1) : "";
    }

    private static String filled(String text, Map<String, String> variables) {
        var filled = text;
        for (var one : variables.entrySet()) filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        return filled;
    }
}
