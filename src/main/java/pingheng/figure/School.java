package pingheng.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.value.FigureCode;
import pingheng.value.Login;

/** A school at one of its levels, and its figures by code; {@code level} is empty where the framework tells none. */
public record School(String code, String name, String level, Map<FigureCode, BigDecimal> values) {
    /** Its name; its code where the table gave it no name. */
    public String title() {
        return name.isBlank() ? code : name;
    }

    /**
     * A table as it was handed in: its number, its rows, their canonical form and its digest, by whom; nobody is known of the oldest.
     *
     * @param byCell whether what it changed is kept cell by cell, too
     */
    public record Batch(
            int number,
            int rows,
            String content,
            String digest,
            @Nullable Login person,
            Instant at,
            boolean byCell) {}

    /** What one table changes in the one before: the rows that are new, named otherwise or gone, and the figures. */
    record Change(List<Row> rows, List<Value> values) {
        /** A row, by its name; withdrawn where the table has it no longer. */
        record Row(String school, String level, String name, boolean withdrawn) {}

        /** A figure of a row; without a value where the table has it no longer. */
        record Value(
                String school,
                String level,
                FigureCode figure,
                @Nullable BigDecimal value) {}

        static Change between(List<School> before, List<School> after) {
            var gone = new LinkedHashMap<Key, School>();
            for (var school : before) gone.put(school.key(), school);
            var change = new Change(new ArrayList<>(), new ArrayList<>());
            for (var school : after) change.add(gone.remove(school.key()), school);
            for (var school : gone.values()) change.withdraw(school);
            return change;
        }

        private void add(@Nullable School before, School school) {
            if (before == null || !before.name.equals(school.name))
                rows.add(new Row(school.code, school.level, school.name, false));
            var gone = new LinkedHashMap<>(before == null ? Map.of() : before.values);
            school.values.forEach((figure, value) -> {
                if (!same(gone.remove(figure), value)) values.add(new Value(school.code, school.level, figure, value));
            });
            withdraw(school, gone);
        }

        /** To the last zero: what is read again is what was handed in. */
        private static boolean same(@Nullable BigDecimal before, BigDecimal value) {
            return before != null && before.compareTo(value) == 0 && before.scale() == value.scale();
        }

        private void withdraw(School school) {
            rows.add(new Row(school.code, school.level, school.name, true));
            withdraw(school, school.values);
        }

        private void withdraw(School school, Map<FigureCode, BigDecimal> gone) {
            for (var figure : gone.keySet()) values.add(new Value(school.code, school.level, figure, null));
        }
    }

    private record Key(String code, String level) {}

    private Key key() {
        return new Key(code, level);
    }
}
