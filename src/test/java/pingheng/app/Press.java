package pingheng.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One button: which address, who presses it, what is sent; a file where there is one. */
record Press(String route, String login, Function<App, Sent> sent) {
    /** Filled in when its turn comes. */
    record Sent(String path, List<String> form, String file) {
        static Sent of(String path, String... form) {
            return new Sent(path, List.of(form), "");
        }

        Sent with(String file) {
            return new Sent(path, form, file);
        }

        Guest.Answer as(Guest guest, Map<String, String> hidden) {
            var fields = new ArrayList<>(form);
            if (file.isEmpty()) {
                hidden.forEach((name, value) -> fields.addAll(List.of(name, value)));
                return guest.post(path, fields.toArray(String[]::new));
            }
            var parts = new LinkedHashMap<>(hidden);
            for (int i = 0; i < form.size(); i += 2) parts.put(form.get(i), form.get(i + 1));
            return guest.upload(path, parts, file, Carried.pdf(file).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
