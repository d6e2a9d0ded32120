package pingheng.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One of a closed list, each of which has a code: what tables, forms, addresses, programs and the database call it. A code never changes
 * its meaning, and nothing else finds one by its code.
 */
public interface Coded {
    /** The name of the constant, which every enum has. */
    String name();

    /** Its code: the name in small letters, unless it says otherwise. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it in tables beside its code. */
    default List<String> names() {
        return List.of();
    }

    /** The one with exactly this code; empty if there is none. */
    static <E extends Enum<E> & Coded> Optional<E> of(Class<E> type, String code) {
        return find(type, code);
    }

    /** As above, of a list that is known by its class alone. */
    static <T extends Coded> Optional<T> find(Class<T> type, String code) {
        return Optional.ofNullable(type.cast(Known.LISTS.get(type).byCode.get(code)));
    }

    /** The one with exactly this code or name; empty if there is none. */
    static <E extends Enum<E> & Coded> Optional<E> called(Class<E> type, String text) {
        return Optional.ofNullable(type.cast(Known.LISTS.get(type).byName.get(text)));
    }

    /** A closed list by codes, and by codes and names, read once; no two of it share one. */
    final class Known {
        private static final ClassValue<Known> LISTS = new ClassValue<>() {
            @Override
            protected Known computeValue(Class<?> type) {
                return new Known(type);
            }
        };

        private final Map<String, Object> byCode = new HashMap<>();
        private final Map<String, Object> byName = new HashMap<>();

        private Known(Class<?> type) {
            for (var constant : type.getEnumConstants()) {
                var coded = (Coded) constant;
                put(byCode, coded.code(), constant);
                put(byName, coded.code(), constant);
                for (var name : coded.names()) put(byName, name, constant);
            }
        }

        private static void put(Map<String, Object> constants, String name, Object constant) {
            var other = constants.put(name, constant);
            if (other != null && !other.equals(constant))
                throw new IllegalStateException(name + " is " + other + " and " + constant);
        }
    }
}
