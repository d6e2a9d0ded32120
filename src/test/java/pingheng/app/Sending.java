package pingheng.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One request that changes something, valid as it is: a form, a form with a file, or a body that a program sends. */
record Sending(
        String route,
        String login,
        String method,
        String path,
        List<String> form,
        Map<String, byte[]> files,
        @Nullable Object json) {
    /** Half of a pair is sent as what it is. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What is typed somewhere in it: the name of the field, and where it stands. */
    record Field(String name, List<Object> steps, String own) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Sending of(App app, Press press) {
        var sent = press.sent().apply(app);
        var route = press.api() ? press.route() : "POST " + press.route();
        var json = sent.json().isEmpty() ? null : JSON.readValue(sent.json(), Object.class);
        return new Sending(route, press.login(), sent.method(), sent.path(), sent.form(), sent.files(), json);
    }

    /** Whether a program sends it. */
    boolean api() {
        return path.startsWith("/api/");
    }

    String body() {
        return JSON.writeValueAsString(json);
    }

    /** Every field that it has; of those for each unit or post one. */
    List<Field> fields() {
        var fields = new ArrayList<Field>();
        if (json != null) leaves("", json, List.of(), fields);
        for (int i = 0; i < form.size(); i += 2) fields.add(new Field(form.get(i), List.of(i + 1), form.get(i + 1)));
        var told = new HashSet<String>();
        fields.removeIf(field -> !told.add(field.name.replaceAll("[0-9]+", "#")));
        return fields;
    }

    /** The same with another text in one place. */
    Sending with(Field field, String text) {
        if (json != null)
            return new Sending(route, login, method, path, form, files, replaced(json, field.steps, text));
        var other = new ArrayList<>(form);
        int at = (int) field.steps.getFirst();
        other.set(at, text);
        return new Sending(route, login, method, path, other, files, null);
    }

    private static void leaves(String name, @Nullable Object json, List<Object> steps, List<Field> fields) {
        switch (json) {
            case Map<?, ?> map ->
                map.forEach((key, value) ->
                        leaves(name.isEmpty() ? key.toString() : name + "." + key, value, then(steps, key), fields));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) leaves(name, list.get(i), then(steps, i), fields);
            }
            case null -> fields.add(new Field(name, steps, ""));
            default -> fields.add(new Field(name, steps, json.toString()));
        }
    }

    /** What is a number or a truth stays one, where the text can be written as one. */
    private static Object typed(@Nullable Object was, String text) {
        if (was instanceof Number && text.matches("-?(0|[1-9][0-9]{0,17})")) return Long.valueOf(text);
        if (was instanceof Boolean && text.matches("true|false")) return Boolean.valueOf(text);
        return text;
    }

    private static List<Object> then(List<Object> steps, Object step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return all;
    }

    private static @Nullable Object replaced(@Nullable Object json, List<Object> steps, String text) {
        if (steps.isEmpty()) return typed(json, text);
        var rest = steps.subList(1, steps.size());
        if (json instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>(list);
            int at = (int) steps.getFirst();
            copy.set(at, replaced(list.get(at), rest, text));
            return copy;
        }
        if (!(json instanceof Map<?, ?> map)) throw new IllegalStateException("no place in " + json);
        var copy = new LinkedHashMap<Object, @Nullable Object>(map);
        copy.put(steps.getFirst(), replaced(map.get(steps.getFirst()), rest, text));
        return copy;
    }
}
