package pingheng.app;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One button, or one request of a program: which address, who presses it, what is sent; files where there are any. */
record Press(String route, String login, Function<App, Sent> sent) {
    /** Whether it is a program's. */
    boolean api() {
        return route.contains(" /api/");
    }

    /** Filled in when its turn comes; what a program sends has a method and JSON instead of a form. */
    record Sent(String method, String path, List<String> form, Map<String, byte[]> files, String json) {
        static Sent of(String path, String... form) {
            return new Sent("POST", path, List.of(form), Map.of(), "");
        }

        /** Single quotes are written for double ones. */
        static Sent json(String method, String path, String json) {
            return new Sent(method, path, List.of(), Map.of(), json.replace('\'', '"'));
        }

        Sent with(String pdf) {
            return with(Map.of(pdf, Carried.pdf(pdf)));
        }

        Sent with(Map<String, byte[]> files) {
            return new Sent(method, path, form, files, json);
        }

        Guest.Answer as(Guest guest, Map<String, String> hidden) {
            var fields = new ArrayList<>(form);
            if (files.isEmpty()) {
                hidden.forEach((name, value) -> fields.addAll(List.of(name, value)));
                return guest.post(path, fields.toArray(String[]::new));
            }
            var parts = new LinkedHashMap<>(hidden);
            for (int i = 0; i < form.size(); i += 2) parts.put(form.get(i), form.get(i + 1));
            return guest.upload(path, parts, files);
        }

        /** As a program, which names its act by a key. */
        Program.Answer as(Program program, String key, String query) {
            if (!files.isEmpty()) return program.upload(path + query, key, form, files);
            var request = program.request(path + query).header("Idempotency-Key", key);
            return program.send(request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json)));
        }
    }
}
