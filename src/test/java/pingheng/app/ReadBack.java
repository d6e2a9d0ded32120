package pingheng.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import pingheng.text.Folding;
import pingheng.text.Hostile;
import tools.jackson.databind.json.JsonMapper;

/** Types hostile texts into each field of one request, all of it rolled back, and reads back what was taken. */
final class ReadBack {
    /** Plain texts of each kind, two of each: where they arrive, and differ, their field is kept. */
    private static final List<List<String>> PLAIN = List.of(
            List.of("读回之甲", "读回之乙丙"),
            List.of("read.back.a", "read.back.bc"),
            List.of("7", "8"),
            List.of("2.5", "3.5"),
            List.of("0.5", "0.25"),
            List.of("1", "0"),
            List.of("2020-10-21", "2020-10-22"),
            List.of("true", "false"));

    private static final Pattern ENTRANCE = Pattern.compile("page\\.field|api\\.wrong-type");
    private static final Pattern PLAUSIBLE = Pattern.compile("[-+0-9.]+|true|false|on|yes");
    private static final int SOME = 10;

    /** Where nothing else keeps a text, the chain does, within a sentence. */
    private static final String LEDGER = "ledger_entry.";

    private static final int AT_ONCE = 32;

    /** What is a word of its own, or may be cut off at either end. */
    private static final List<String> ALONE = alone();

    private static final List<String> TOGETHER = together();

    private static final List<String> LOOKED_AT = List.of("<script>甲乙", "甲乙'--", "甲\n乙", "😀甲乙", "甲𠮷乙");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final App app;
    private final Inside inside;
    private final TransactionTemplate whole;
    private final TransactionTemplate nested;

    ReadBack(App app) {
        this.app = app;
        this.inside = new Inside(app);
        var manager = app.bean(PlatformTransactionManager.class);
        this.whole = new TransactionTemplate(manager);
        this.nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What was found out about one field. */
    record Found(
            String field,
            boolean box,
            int taken,
            int refused,
            Set<String> columns,
            Set<Reading> readings,
            Set<String> shown,
            List<String> wrong) {}

    /** One text in one field, and what came of it. */
    private record Tried(String typed, Inside.Answer answer, Kept kept, Map<String, Inside.Answer> pages) {
        boolean taken() {
            return answer.done();
        }
    }

    /** Where and how it is looked at afterwards. */
    private record Looking(Sending valid, long since, Kept.Reader reader, Set<String> others, List<String> pages) {}

    /** Carries the request out for good. */
    Inside.Answer carryOut(Sending sending) {
        inside.forget();
        return whole.execute(status -> inside.send(sending));
    }

    /** What was found out about each of its fields; throws where the request is not carried out as it is. */
    List<Found> of(Sending valid) {
        inside.forget();
        return whole.execute(status -> {
            status.setRollbackOnly();
            var looking = looking(valid);
            var found = new ArrayList<Found>();
            for (var field : valid.fields()) found.add(found(looking, field));
            return found;
        });
    }

    private Looking looking(Sending valid) {
        var all = Kept.Reader.of(app);
        long now = all.now();
        var looking = nested.execute(status -> {
            var answer = inside.send(valid);
            if (!answer.done())
                throw new IllegalStateException(valid.route() + " is not done: " + answer.status() + " "
                        + answer.body().replaceAll("(?s)<head>.*</head>|<[^>]*>|\\s+", " "));
            var kept = all.since(now);
            var pages = pages(valid, answer);
            status.setRollbackOnly();
            return new Looking(valid, now, all.only(kept), Set.of(), pages);
        });
        return new Looking(valid, now, looking.reader, others(looking), looking.pages);
    }

    /** Columns that differ each time, whatever is typed: numbers of rows, moments. */
    private Set<String> others(Looking looking) {
        var others = new TreeSet<String>();
        var twice = new ArrayList<Kept>();
        for (int i = 0; i < 2; i++)
            twice.add(nested.execute(status -> {
                inside.send(looking.valid);
                status.setRollbackOnly();
                return looking.reader.since(looking.since);
            }));
        for (var column : twice.getFirst().columns().keySet())
            if (!twice.getFirst().in(column).equals(twice.getLast().in(column))) others.add(column);
        return others;
    }

    /** Where the answer leads, and what lies above the address, as far as it is there. */
    private List<String> pages(Sending valid, Inside.Answer answer) {
        var pages = new LinkedHashSet<String>();
        if (!answer.location().isEmpty()) pages.add(answer.location().replaceFirst("#.*", ""));
        for (var path = valid.path(); path.lastIndexOf('/') > 0; path = path.substring(0, path.lastIndexOf('/')))
            if (pages.size() < 3 && inside.get(valid.login(), path).status() == 200) pages.add(path);
        return List.copyOf(pages);
    }

    private Found found(Looking looking, Sending.Field field) {
        var columns = new TreeSet<String>();
        var tries = new ArrayList<Tried>();
        for (var pair : PLAIN) {
            var first = tried(looking, field, pair.getFirst());
            if (!first.taken()) continue;
            var plain = List.of(first, tried(looking, field, pair.getLast()));
            if (!plain.getLast().taken()) continue;
            columns.addAll(kept(plain));
            columns.removeAll(looking.others);
            columns.removeIf(column -> column.endsWith(".seen")); // which version was seen is no text of anybody
            if (columns.stream().anyMatch(column -> !column.startsWith(LEDGER)))
                columns.removeIf(column -> column.startsWith(LEDGER));
            if (columns.isEmpty()) continue;
            tries.addAll(plain);
            break;
        }
        var own = tried(looking, field, field.own());
        tries.add(own);
        boolean free = tries.getFirst().typed.equals(PLAIN.getFirst().getFirst());
        boolean box = columns.isEmpty() && takesAnything(looking, field);
        var seen = new TreeSet<String>();
        for (var text : free || box ? ALONE : texts(looking, field))
            tries.add(tried(looking, field, text, columns, seen));
        if (free)
            for (int i = 0; i < TOGETHER.size(); i += AT_ONCE)
                together(
                        looking,
                        field,
                        TOGETHER.subList(i, Math.min(i + AT_ONCE, TOGETHER.size())),
                        columns,
                        seen,
                        tries);
        return judged(looking, field, box, own, tries, columns);
    }

    /** A box that is ticked, whatever is sent. */
    private boolean takesAnything(Looking looking, Sending.Field field) {
        return PLAIN.getFirst().stream()
                .allMatch(text -> tried(looking, field, text).taken());
    }

    /**
     * What is a value by itself, and signs around what is taken: of each that the entrance takes as the same one. Which words the entrance
     * refuses for a number, a day or a box, {@code TypedFieldsTest} asks it itself: some of them.
     */
    private Collection<String> texts(Looking looking, Sending.Field field) {
        var texts = new ArrayList<>(Hostile.alone());
        if (!field.own().isEmpty()) texts.addAll(some(field));
        boolean typed = false;
        for (var plain : Hostile.PLAIN) {
            texts.add(plain);
            var tried = tried(looking, field, plain);
            if (tried.taken()) texts.addAll(Hostile.around(plain));
            typed |= ENTRANCE.matcher(tried.answer.body()).find();
        }
        var different = new LinkedHashMap<String, String>();
        int refused = 0;
        for (var text : texts) {
            if (typed && !PLAUSIBLE.matcher(Folding.word(text)).matches() && refused++ > SOME) continue;
            different.putIfAbsent(
                    !Folding.writable(text) ? text : typed ? Folding.word(text) : Folding.text(text), text);
        }
        return different.values();
    }

    /** A third of the signs around a choice, another third for each field. */
    private static List<String> some(Sending.Field field) {
        var around = Hostile.around(field.own());
        int first = Math.floorMod(field.name().hashCode(), 3);
        return IntStream.range(0, around.size())
                .filter(at -> at % 3 == first)
                .mapToObj(around::get)
                .toList();
    }

    /** A field of free text takes many at once, one beside the other; where it does not, each half, down to the one that it refuses. */
    private void together(
            Looking looking,
            Sending.Field field,
            List<String> texts,
            Set<String> columns,
            Set<String> seen,
            List<Tried> tries) {
        var whole = tried(looking, field, String.join("丙", texts), columns, seen);
        if (whole.taken() || texts.size() == 1) {
            tries.add(whole);
            return;
        }
        int half = texts.size() / 2;
        together(looking, field, texts.subList(0, half), columns, seen, tries);
        together(looking, field, texts.subList(half, texts.size()), columns, seen, tries);
    }

    /** The columns in which each of two texts arrived, and not the other. */
    private static Set<String> kept(List<Tried> plain) {
        var one = plain.getFirst();
        var other = plain.getLast();
        var columns = new TreeSet<String>();
        for (var column : one.kept.columns().keySet())
            for (var reading : Reading.values())
                if (reading.keeps(one.kept.in(column), one.typed)
                        && reading.keeps(other.kept.in(column), other.typed)
                        && !reading.keeps(one.kept.in(column), other.typed)
                        && !reading.keeps(other.kept.in(column), one.typed)) columns.add(column);
        return columns;
    }

    private Tried tried(Looking looking, Sending.Field field, String text) {
        return tried(looking, field, text, Set.of(), new TreeSet<>());
    }

    private Tried tried(Looking looking, Sending.Field field, String text, Set<String> columns, Set<String> seen) {
        return nested.execute(status -> {
            var answer = inside.send(looking.valid.with(field, text));
            var written = answer.done() ? looking.reader.since(looking.since) : new Kept(Map.of());
            var pages = new LinkedHashMap<String, Inside.Answer>();
            if (answer.done() && isLookedAt(text, written, columns, seen))
                for (var page : looking.pages) pages.put(page, inside.get(looking.valid.login(), page));
            status.setRollbackOnly();
            return new Tried(text, answer, written, pages);
        });
    }

    /** Whether the pages are looked at: whatever the signs of a text, a page shows them alike; a number is read anew by every page. */
    private static boolean isLookedAt(String text, Kept written, Set<String> columns, Set<String> seen) {
        if (columns.isEmpty() || LOOKED_AT.contains(text)) return seen.isEmpty() || LOOKED_AT.contains(text);
        var values = columns.stream().map(written::in).toList().toString();
        return values.matches("[\\[\\]0-9 ., -]*") && seen.add(values);
    }

    private Found judged(
            Looking looking, Sending.Field field, boolean box, Tried own, List<Tried> tries, Set<String> columns) {
        var wrong = new ArrayList<String>();
        var taken = new ArrayList<Tried>();
        for (var one : tries) {
            if (one.answer.status() >= 500) wrong.add(told(one) + ": " + one.answer.status());
            if (one.taken()) taken.add(one);
            one.pages.forEach((page, answer) -> {
                if (answer.status() >= 500) wrong.add(told(one) + " is kept, and " + page + " is " + answer.status());
            });
        }
        if (columns.isEmpty()) alike(looking, own, taken, wrong);
        var readings = readings(taken, columns, wrong);
        again(looking, field, taken, columns, readings, wrong);
        int refused = (int) tries.stream().filter(one -> !one.taken()).count();
        return new Found(
                field.name(), box, taken.size(), refused, columns, readings, shown(taken, columns, wrong), wrong);
    }

    /** A choice, a number or a version is the same one however its word is typed: what it comes to is the same, row by row. */
    private static void alike(Looking looking, Tried own, List<Tried> taken, List<String> wrong) {
        if (!own.taken()) return;
        for (var one : taken)
            if (Folding.word(one.typed).equals(Folding.word(own.typed))) {
                var differ = new TreeSet<>(own.kept.columns().keySet());
                differ.addAll(one.kept.columns().keySet());
                differ.removeIf(column -> column.startsWith(LEDGER)
                        || looking.others.contains(column)
                        || own.kept.in(column).equals(one.kept.in(column)));
                if (!differ.isEmpty()) wrong.add(told(one) + " is taken as something else in " + differ);
            }
    }

    /** For each column the one parser that explains all that was kept; otherwise what the best of them does not explain is wrong. */
    private static Set<Reading> readings(List<Tried> taken, Set<String> columns, List<String> wrong) {
        var readings = new TreeSet<Reading>();
        for (var column : columns) {
            var best = Reading.TEXT;
            List<String> least = null;
            for (var reading : Reading.values()) {
                var missed = missed(reading, taken, column);
                if (least == null || missed.size() < least.size()) {
                    least = missed;
                    best = reading;
                }
            }
            readings.add(best);
            if (least != null) wrong.addAll(least);
        }
        return readings;
    }

    /** What is kept is taken again as the same. */
    private void again(
            Looking looking,
            Sending.Field field,
            List<Tried> taken,
            Set<String> columns,
            Set<Reading> readings,
            List<String> wrong) {
        if (columns.size() != 1 || readings.contains(Reading.MARKS)) return;
        var column = columns.iterator().next();
        var kept = new TreeSet<String>();
        for (var one : taken)
            one.kept.in(column).stream()
                    .filter(cell ->
                            !cell.equals(one.typed) && !Folding.word(cell).isEmpty())
                    .filter(cell -> readings.iterator().next().keeps(Set.of(cell), one.typed))
                    .forEach(kept::add);
        for (var cell : kept.stream().limit(SOME).toList()) {
            var tried = tried(looking, field, cell);
            if (!tried.taken()) wrong.add(told(tried) + " is kept, but not taken: " + tried.answer.status());
            else if (!tried.kept.in(column).contains(cell))
                wrong.add(told(tried) + " is kept, and taken again as " + tried.kept.in(column));
        }
    }

    private static List<String> missed(Reading reading, List<Tried> taken, String column) {
        return taken.stream()
                .filter(one -> !Folding.word(one.typed).isEmpty() && !reading.keeps(one.kept.in(column), one.typed))
                .map(one -> told(one) + " is kept as " + one.kept.in(column) + " in " + column)
                .toList();
    }

    /** The pages that show what is kept; one that shows a plain text shows every other that was looked at, sign by sign. */
    private static Set<String> shown(List<Tried> taken, Set<String> columns, List<String> wrong) {
        var shown = new TreeSet<String>();
        if (columns.isEmpty() || taken.isEmpty()) return shown;
        for (var one : taken) {
            if (!LOOKED_AT.contains(one.typed) && !PLAIN.getFirst().contains(one.typed)
                    || one.kept.in(columns.iterator().next()).size() != 1) continue;
            var text = one.kept.in(columns.iterator().next()).iterator().next();
            if (text.length() < 4) continue;
            one.pages.forEach((page, answer) -> {
                if (answer.status() != 200) return;
                if (shows(answer.body(), text)) shown.add(page);
                else if (shown.contains(page)) wrong.add(told(one) + " is kept, and not shown by " + page);
            });
        }
        return shown;
    }

    private static boolean shows(String page, String text) {
        if (page.startsWith("{") || page.startsWith("[")) return page.contains(JSON.writeValueAsString(text));
        return HtmlUtils.htmlUnescape(page).contains(text);
    }

    /** One of each that folds to the same, wherever the sign stands. */
    private static List<String> together() {
        var different = new LinkedHashMap<String, String>();
        for (var text : Hostile.texts())
            if (Folding.writable(text) && !Folding.word(text).isEmpty() && text.length() < 1000)
                different.putIfAbsent(Folding.text(text), text);
        return List.copyOf(different.values());
    }

    private static List<String> alone() {
        var alone = new ArrayList<String>();
        for (var text : Hostile.texts()) {
            boolean ends = text.endsWith("甲乙") || text.startsWith("甲乙");
            if (!Folding.writable(text) && ends) alone.add(text);
            else if (ends && !Folding.text(text).equals(Folding.text(text).strip())) alone.add(text);
            else if (text.length() > 1000 || Folding.word(text).isEmpty()) alone.add(text);
        }
        alone.addAll(List.of("-1", "+1", "1e5", "010", "1,000", "0.12345", "true", "null", "NaN", "9".repeat(19)));
        return alone;
    }

    private static String told(Tried one) {
        var text = new StringBuilder();
        one.typed.codePoints().limit(30).forEach(sign -> {
            if (sign > 32 && sign < 127 || sign > 0x4e00 && sign < 0x9fff) text.appendCodePoint(sign);
            else text.append("<%X>".formatted(sign));
        });
        return text.toString();
    }
}
