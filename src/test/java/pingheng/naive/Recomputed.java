package pingheng.naive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes a formula from its text alone, over values by name. It shares no code with the program: numbers are fractions of big
 * integers, units are counted so that {@code in(…, [unit])} knows its factor.
 */
public final class Recomputed {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(previous\\([a-z0-9_.]+(?:, [0-9])?\\)|[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)?|[0-9]+(?:\\.[0-9]+)?|\\[[^\\]]*]|<=|>=|<>|.)");
    private static final Map<String, BigInteger> MULTIPLES =
            Map.of("百人", BigInteger.valueOf(100), "万元", BigInteger.valueOf(10000), "万人", BigInteger.valueOf(10000));

    private final Map<String, List<Value>> names;
    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int school = -1;
    private String level = "all";

    /** A fraction and what it counts. */
    public record Value(BigInteger over, BigInteger under, Map<String, Integer> unit) {
        static Value of(BigDecimal decimal) {
            var scaled = decimal.setScale(Math.max(0, decimal.scale()));
            return new Value(scaled.unscaledValue(), BigInteger.TEN.pow(scaled.scale()), Map.of());
        }

        public Value in(Map<String, Integer> unit) {
            return new Value(over, under, unit);
        }

        int compare(Value other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }

        public BigDecimal rounded(int decimals) {
            return new BigDecimal(over).divide(new BigDecimal(under), decimals, RoundingMode.HALF_UP);
        }
    }

    public Recomputed(String formula, Map<String, List<Value>> names) {
        this.names = names;
        for (Matcher token = TOKEN.matcher(formula.strip());
                token.lookingAt();
                token.region(token.end(), formula.strip().length())) tokens.add(token.group(1));
    }

    /** The formula for one school of a level. */
    Recomputed(String formula, Map<String, List<Value>> names, String level, int school) {
        this(formula, names);
        this.level = level;
        this.school = school;
    }

    public Value number() {
        return either();
    }

    public boolean holds() {
        return either().over.signum() != 0;
    }

    private Value either() {
        var left = both();
        while (take("or")) {
            var right = both();
            left = truth(left.over.signum() != 0 || right.over.signum() != 0);
        }
        return left;
    }

    private Value both() {
        var left = turned();
        while (take("and")) {
            var right = turned();
            left = truth(left.over.signum() != 0 && right.over.signum() != 0);
        }
        return left;
    }

    private Value turned() {
        return take("not") ? truth(turned().over.signum() == 0) : compared();
    }

    private Value compared() {
        var left = sum();
        var sign = peek();
        if (!List.of("<", "<=", ">", ">=", "=", "<>").contains(sign)) return left;
        at++;
        int way = left.compare(sum());
        return truth(
                switch (sign) {
                    case "<" -> way < 0;
                    case "<=" -> way <= 0;
                    case ">" -> way > 0;
                    case ">=" -> way >= 0;
                    case "=" -> way == 0;
                    default -> way != 0;
                });
    }

    private Value sum() {
        var left = product();
        while (peek().equals("+") || peek().equals("-")) {
            boolean minus = tokens.get(at++).equals("-");
            var right = product();
            var other = minus ? right.over.negate() : right.over;
            left = new Value(
                    left.over.multiply(right.under).add(other.multiply(left.under)),
                    left.under.multiply(right.under),
                    left.unit);
        }
        return left;
    }

    private Value product() {
        var left = signed();
        while (peek().equals("*") || peek().equals("/")) {
            boolean by = tokens.get(at++).equals("/");
            left = combined(left, signed(), by);
        }
        return left;
    }

    private static Value combined(Value left, Value right, boolean divided) {
        var unit = new TreeMap<>(left.unit);
        right.unit.forEach((name, power) -> unit.merge(name, divided ? -power : power, Integer::sum));
        unit.values().removeIf(power -> power == 0);
        return divided
                ? new Value(
                        left.over.multiply(right.under).multiply(BigInteger.valueOf(right.over.signum())),
                        left.under.multiply(right.over.abs()),
                        unit)
                : new Value(left.over.multiply(right.over), left.under.multiply(right.under), unit);
    }

    private Value signed() {
        if (!take("-")) return atom();
        var of = atom();
        return new Value(of.over.negate(), of.under, of.unit);
    }

    private Value atom() {
        if (take("(")) {
            var inside = either();
            expect(")");
            return inside;
        }
        var token = tokens.get(at++);
        if (Character.isDigit(token.charAt(0)))
            return Value.of(new BigDecimal(token)).in(unitBehind());
        if (peek().equals("(") && !token.startsWith("previous(")) {
            expect("(");
            var result = call(token);
            expect(")");
            return result;
        }
        return named(token);
    }

    private Map<String, Integer> unitBehind() {
        if (take("%")) return Map.of();
        return peek().startsWith("[") ? unit(tokens.get(at++)) : Map.of();
    }

    private Value named(String name) {
        var column = school < 0 ? null : names.get(name + "." + level);
        if (column != null) return column.get(school);
        var value = names.get(name.replace(", 1)", ")"));
        if (value == null) throw new IllegalStateException("nothing above says what “" + name + "” is");
        return value.getFirst();
    }

    private Value call(String word) {
        return switch (word) {
            case "sum", "count", "cv" -> schools(word);
            case "if" -> {
                var parts = arguments();
                yield parts.get(0).over.signum() != 0 ? parts.get(1) : parts.get(2);
            }
            case "min" -> arguments().stream().min(Value::compare).orElseThrow();
            case "max" -> arguments().stream().max(Value::compare).orElseThrow();
            case "percent" -> {
                var parts = arguments();
                yield times(combined(parts.get(0), parts.get(1), true), BigInteger.valueOf(100))
                        .in(Map.of());
            }
            case "tally" ->
                Value.of(BigDecimal.valueOf(arguments().stream()
                        .filter(part -> part.over.signum() != 0)
                        .count()));
            case "round" -> {
                var parts = arguments();
                yield Value.of(parts.get(0).rounded(parts.get(1).over.intValueExact()));
            }
            case "in" -> {
                var of = either();
                expect(",");
                yield converted(of, unit(tokens.get(at++)));
            }
            default -> throw new IllegalStateException("no function " + word);
        };
    }

    private List<Value> arguments() {
        var parts = new ArrayList<Value>();
        do parts.add(either());
        while (take(","));
        return parts;
    }

    /** Runs the part of the text once a school, and looks up the level behind it first. */
    private Value schools(String word) {
        if (at + 2 < tokens.size()
                && tokens.get(at + 1).equals(".")
                && tokens.get(at + 2).equals("*")) {
            var members = Objects.requireNonNull(names.get(tokens.get(at) + ".*"));
            at += 3;
            return members.stream().reduce(Value.of(BigDecimal.ZERO), Recomputed::plus);
        }
        int start = at;
        int depth = 0;
        int commas = 0;
        int end = at;
        while (depth > 0 || !tokens.get(end).equals(")")) {
            depth += tokens.get(end).equals("(") ? 1 : tokens.get(end).equals(")") ? -1 : 0;
            commas += depth == 0 && tokens.get(end).equals(",") ? 1 : 0;
            end++;
        }
        var last = tokens.get(end - 1);
        level = commas == (word.equals("cv") ? 2 : 1) ? last : "all";
        int count = names.entrySet().stream()
                .filter(column -> column.getKey().endsWith("." + level))
                .filter(column -> tokens.contains(
                        column.getKey().substring(0, column.getKey().lastIndexOf('.'))))
                .mapToInt(column -> column.getValue().size())
                .max()
                .orElse(0);
        var firsts = new ArrayList<Value>();
        var seconds = new ArrayList<Value>();
        for (school = 0; school < count; school++) {
            at = start;
            firsts.add(either());
            if (word.equals("cv")) {
                expect(",");
                seconds.add(either());
            }
        }
        school = -1;
        level = "all";
        at = end;
        return switch (word) {
            case "sum" -> firsts.stream().reduce(Value.of(BigDecimal.ZERO), Recomputed::plus);
            case "count" ->
                Value.of(BigDecimal.valueOf(
                        firsts.stream().filter(one -> one.over.signum() != 0).count()));
            default -> variation(firsts, seconds);
        };
    }

    /** sqrt( sum n/N (x - X)^2 ) / X, as it is published. */
    private static Value variation(List<Value> amounts, List<Value> pupils) {
        var many = new MathContext(60);
        var all = pupils.stream().map(one -> one.rounded(20)).reduce(BigDecimal.ZERO, BigDecimal::add);
        var mean = amounts.stream()
                .map(one -> one.rounded(20))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(all, many);
        if (mean.signum() == 0) return Value.of(BigDecimal.ZERO);
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < amounts.size(); i++) {
            var n = pupils.get(i).rounded(20);
            var away = amounts.get(i).rounded(20).divide(n, many).subtract(mean);
            sum = sum.add(n.divide(all, many).multiply(away.pow(2)));
        }
        return Value.of(sum.sqrt(many).divide(mean, many).setScale(20, RoundingMode.HALF_UP));
    }

    private static Value plus(Value left, Value right) {
        return new Value(
                left.over.multiply(right.under).add(right.over.multiply(left.under)),
                left.under.multiply(right.under),
                right.unit);
    }

    private static Value converted(Value of, Map<String, Integer> to) {
        var result = of;
        for (var unit : to.entrySet()) {
            var multiple = MULTIPLES.get(unit.getKey());
            if (multiple == null || of.unit.containsKey(unit.getKey())) continue;
            result = unit.getValue() < 0
                    ? times(result, multiple.pow(-unit.getValue()))
                    : new Value(result.over, result.under.multiply(multiple.pow(unit.getValue())), result.unit);
        }
        return result.in(to);
    }

    private static Value times(Value of, BigInteger factor) {
        return new Value(of.over.multiply(factor), of.under, of.unit);
    }

    public static Map<String, Integer> unit(String brackets) {
        var unit = new TreeMap<String, Integer>();
        int power = 1;
        for (var part : brackets.replaceAll("[\\[\\]]", "").split("(?=[/·])")) {
            if (part.startsWith("/")) power = -1;
            unit.merge(part.replaceFirst("^[/·]", ""), power, Integer::sum);
        }
        return unit;
    }

    private static Value truth(boolean holds) {
        return Value.of(holds ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean take(String token) {
        if (!peek().equals(token)) return false;
        at++;
        return true;
    }

    private void expect(String token) {
        if (!take(token))
            throw new IllegalStateException("“" + token + "” expected at " + tokens.subList(at, tokens.size()));
    }
}
