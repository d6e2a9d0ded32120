package pingheng.app;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.value.Code;
import pingheng.value.Id;
import pingheng.value.number.Version;
import tools.jackson.databind.json.JsonMapper;

/** A body that a program sends, made up by its type: every property is there, and each text or code in it can be another one. */
record Body(Type type, @Nullable Object json, List<Path> texts) {
    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    /** Where a text or a code stands, and of which type it is: names of properties, numbers of elements. */
    record Path(List<Object> steps, Class<?> of) {
        Path(List<Object> steps) {
            this(steps, String.class);
        }

        Path then(Object step) {
            var all = new ArrayList<>(steps);
            all.add(step);
            return new Path(all);
        }

        /** What stands there in the body as it was read. */
        @Nullable
        Object in(@Nullable Object body) {
            var at = body;
            for (var step : steps) at = at(at, step);
            return at;
        }

        private static @Nullable Object at(@Nullable Object body, Object step) {
            if (body instanceof List<?> list && step instanceof Integer number) return list.get(number);
            if (body instanceof Map<?, ?> map) return map.get(step);
            if (body == null) return null;
            try {
                for (var component : body.getClass().getRecordComponents())
                    if (name(component).equals(step)) {
                        var accessor = component.getAccessor();
                        accessor.setAccessible(true);
                        return accessor.invoke(body);
                    }
            } catch (ReflectiveOperationException failed) {
                throw new IllegalStateException(failed);
            }
            throw new IllegalStateException("no " + step + " in " + body.getClass());
        }
    }

    static Body of(Type type) {
        var texts = new ArrayList<Path>();
        var json = made(type, new Path(List.of()), texts);
        return new Body(type, json, texts);
    }

    /** The body as JSON, with another text in one place. */
    String with(Path path, String text) {
        return PLAIN.writeValueAsString(replaced(json, path.steps(), text));
    }

    private static @Nullable Object replaced(@Nullable Object json, List<Object> steps, String text) {
        if (steps.isEmpty()) return text;
        var rest = steps.subList(1, steps.size());
        if (json instanceof List<?> list) return List.of(replaced(list.getFirst(), rest, text));
        if (!(json instanceof Map<?, ?> map)) throw new IllegalStateException("no place in " + json);
        var copy = new LinkedHashMap<Object, @Nullable Object>(map);
        copy.put(steps.getFirst(), replaced(map.get(steps.getFirst()), rest, text));
        return copy;
    }

    private static @Nullable Object made(Type type, Path path, List<Path> texts) {
        if (type instanceof ParameterizedType many) {
            var last = many.getActualTypeArguments()[many.getActualTypeArguments().length - 1];
            if (many.getRawType() == List.class) return List.of(made(last, path.then(0), texts));
            var key = many.getActualTypeArguments()[0] instanceof Class<?> of && of.isEnum()
                    ? of.getEnumConstants()[0].toString()
                    : "key";
            return Map.of(key, made(last, path.then(key), texts));
        }
        if (!(type instanceof Class<?> of)) throw new IllegalStateException("what is a " + type);
        if (of == String.class || Code.class.isAssignableFrom(of)) {
            texts.add(new Path(path.steps(), of));
            return "x";
        }
        if (of == boolean.class || of == Boolean.class) return true;
        if (Id.class.isAssignableFrom(of)) return 1;
        if (of == Version.class) return 0;
        if (of == BigDecimal.class) return "1";
        if (of == LocalDate.class) return "2020-09-09";
        if (of == OffsetDateTime.class) return "2020-09-09T09:00:00+08:00";
        if (of.isPrimitive() || Number.class.isAssignableFrom(of)) return 0;
        if (!of.isRecord()) throw new IllegalStateException("what is a " + type);
        var json = new LinkedHashMap<Object, @Nullable Object>();
        for (var component : of.getRecordComponents())
            json.put(name(component), made(component.getGenericType(), path.then(name(component)), texts));
        return json;
    }

    private static String name(RecordComponent component) {
        var told = component.getAccessor().getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
        return told == null || told.value().isEmpty() ? component.getName() : told.value();
    }
}
