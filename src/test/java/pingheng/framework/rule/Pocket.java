package pingheng.framework.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import pingheng.framework.formula.Fraction;
import pingheng.framework.rule.Recomputed.Quantity;

/** Reads one printed formula for {@link Recomputed}: words from left to right, the weakest binding outermost. */
final class Pocket {
    /** A formula that was read: what it comes to, in a school of a level or (row -1) in the unit. */
    interface Node {
        Quantity of(Recomputed known, int row, String level);
    }

    private static final Pattern WORD = Pattern.compile("\\s*(previous\\([^)]*\\)|[a-z][a-z0-9_]*(?:\\.[A-Za-z0-9_]+)?"
            + "|[0-9]+(?:\\.[0-9]+)?|\\[[^]]*]|<=|>=|<>|[-+*/%<>=(),])");
    private static final Quantity YES = Quantity.bare(Fraction.ONE);
    private static final Quantity NO = Quantity.bare(Fraction.ZERO);

    private final List<String> words = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int at;

    private Pocket(String text) {
        var matcher = WORD.matcher(text);
        int end = 0;
        for (; matcher.find() && matcher.start() == end; end = matcher.end()) words.add(matcher.group(1));
        if (end != text.stripTrailing().length()) throw new IllegalStateException("cannot be read: " + text);
    }

    static Node read(String text) {
        var pocket = new Pocket(text);
        var node = pocket.either();
        if (pocket.at != pocket.words.size()) throw new IllegalStateException("something is left over: " + text);
        return node;
    }

    /** The figures a formula names. */
    static List<String> names(String text) {
        var pocket = new Pocket(text);
        pocket.either();
        return pocket.names;
    }

    private Node either() {
        var left = both();
        while (take("or")) {
            var first = left;
            var second = both();
            left = (known, row, level) -> first.of(known, row, level).yes()
                            || second.of(known, row, level).yes()
                    ? YES
                    : NO;
        }
        return left;
    }

    private Node both() {
        var left = turned();
        while (take("and")) {
            var first = left;
            var second = turned();
            left = (known, row, level) -> first.of(known, row, level).yes()
                            && second.of(known, row, level).yes()
                    ? YES
                    : NO;
        }
        return left;
    }

    private Node turned() {
        if (!take("not")) return compared();
        var inner = turned();
        return (known, row, level) -> inner.of(known, row, level).yes() ? NO : YES;
    }

    private Node compared() {
        var left = sum();
        if (!List.of("<", "<=", ">", ">=", "=", "<>").contains(peek())) return left;
        var sign = words.get(at++);
        var right = sum();
        return (known, row, level) -> {
            int way = left.of(known, row, level)
                    .number()
                    .compareTo(right.of(known, row, level).number());
            boolean holds = switch (sign) {
                case "<" -> way < 0;
                case "<=" -> way <= 0;
                case ">" -> way > 0;
                case ">=" -> way >= 0;
                case "=" -> way == 0;
                default -> way != 0;
            };
            return holds ? YES : NO;
        };
    }

    private Node sum() {
        var left = product();
        while (peek().equals("+") || peek().equals("-")) {
            boolean plus = words.get(at++).equals("+");
            var first = left;
            var second = product();
            left = (known, row, level) -> {
                var a = first.of(known, row, level);
                var b = second.of(known, row, level);
                var units = a.units().isEmpty() ? b.units() : a.units();
                return new Quantity(
                        plus ? a.number().plus(b.number()) : a.number().minus(b.number()), units);
            };
        }
        return left;
    }

    private Node product() {
        var left = signed();
        while (peek().equals("*") || peek().equals("/")) {
            boolean times = words.get(at++).equals("*");
            var first = left;
            var second = signed();
            left = (known, row, level) -> {
                var a = first.of(known, row, level);
                var b = second.of(known, row, level);
                return times
                        ? new Quantity(a.number().times(b.number()), Measures.combined(a.units(), b.units(), 1))
                        : new Quantity(a.number().per(b.number()), Measures.combined(a.units(), b.units(), -1));
            };
        }
        return left;
    }

    private Node signed() {
        if (!take("-")) return measured(atom());
        var inner = signed();
        return (known, row, level) -> {
            var of = inner.of(known, row, level);
            return new Quantity(Fraction.ZERO.minus(of.number()), of.units());
        };
    }

    /** A number, also one in brackets, may have its unit behind it. */
    private Node measured(Node node) {
        if (!peek().equals("%") && !peek().startsWith("[")) return node;
        var units = Measures.of(words.get(at++));
        return (known, row, level) -> new Quantity(node.of(known, row, level).number(), units);
    }

    private Node atom() {
        if (take("(")) {
            var inner = either();
            expect(")");
            return inner;
        }
        var word = words.get(at++);
        if (Character.isDigit(word.charAt(0))) {
            var number = Quantity.bare(Fraction.of(word));
            return (known, row, level) -> number;
        }
        if (take("(")) return call(word);
        names.add(word);
        return (known, row, level) -> known.figure(word, row, level);
    }

    private Node call(String function) {
        int before = names.size();
        var starts = new ArrayList<Integer>();
        var parts = new ArrayList<Node>();
        do {
            starts.add(at);
            parts.add(peek().startsWith("[") ? unit() : either());
        } while (take(","));
        expect(")");
        int asked = function.equals("cv") ? 2 : 1;
        return switch (function) {
            case "sum", "count", "cv" -> {
                var level = parts.size() > asked ? words.get(starts.get(asked)) : "all";
                var named = List.copyOf(names.subList(before, names.size()));
                yield (known, row, outer) ->
                        Measures.ofSchools(function, rows(known, parts.subList(0, asked), named, level));
            }
            case "if" ->
                (known, row, level) -> parts.get(
                                parts.get(0).of(known, row, level).yes() ? 1 : 2)
                        .of(known, row, level);
            default ->
                (known, row, level) -> Measures.of(
                        function,
                        parts.stream().map(part -> part.of(known, row, level)).toList());
        };
    }

    private static List<List<Quantity>> rows(Recomputed known, List<Node> parts, List<String> names, String level) {
        var rows = new ArrayList<List<Quantity>>();
        for (int i = 0; i < known.schools(names, level); i++) {
            int school = i;
            rows.add(parts.stream().map(part -> part.of(known, school, level)).toList());
        }
        return rows;
    }

    private Node unit() {
        var units = Measures.of(words.get(at++));
        return (known, row, level) -> new Quantity(Fraction.ONE, units);
    }

    private String peek() {
        return at < words.size() ? words.get(at) : "";
    }

    private boolean take(String word) {
        if (!peek().equals(word)) return false;
        at++;
        return true;
    }

    private void expect(String word) {
        if (!take(word)) throw new IllegalStateException(word + " is missing at " + words.subList(at, words.size()));
    }
}
