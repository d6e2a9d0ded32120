package pingheng.framework.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a tree. Each node gives its number or its truth in a scope, and prints as the text it could be parsed from.
 * Conditions answer {@link #truth}; everything else answers {@link #number}; the {@link Checker} keeps them apart.
 */
public sealed interface Expr {
    /** Throws {@link Missing} when a figure was not reported. */
    default Exact number(Scope scope) {
        throw new IllegalStateException("not a number: " + this);
    }

    /** Throws {@link Missing} when a figure was not reported. */
    default boolean truth(Scope scope) {
        throw new IllegalStateException("not a condition: " + this);
    }

    /** The parts this is made of, left to right. */
    default List<Expr> parts() {
        return List.of();
    }

    /** A literal with its unit: {@code 85%}, {@code 2.3[间/百人]}. */
    record Literal(Exact value, MeasureUnit unit) implements Expr {
        @Override
        public Exact number(Scope scope) {
            return value;
        }

        @Override
        public String toString() {
            var text = value.literal();
            if (unit.bare()) return text;
            return unit.equals(MeasureUnit.PERCENT) ? text + "%" : text + "[" + unit + "]";
        }
    }

    /** A figure by its name. */
    record Figure(Name name) implements Expr {
        @Override
        public Exact number(Scope scope) {
            return scope.number(name);
        }

        @Override
        public boolean truth(Scope scope) {
            return scope.number(name).signum() != 0;
        }

        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** {@code + - * /}. */
    record Arithmetic(char sign, Expr left, Expr right) implements Expr {
        @Override
        public Exact number(Scope scope) {
            var a = left.number(scope);
            var b = right.number(scope);
            return switch (sign) {
                case '+' -> a.plus(b);
                case '-' -> a.minus(b);
                case '*' -> a.times(b);
                default -> a.dividedBy(b);
            };
        }

        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }

        @Override
        public String toString() {
            int binding = binding(sign);
            return bound(left, binding) + " " + sign + " " + bound(right, binding + 1);
        }

        private static String bound(Expr part, int binding) {
            boolean looser = part instanceof Arithmetic inner && binding(inner.sign) < binding;
            return looser || !(part instanceof Arithmetic) ? inBrackets(part) : part.toString();
        }

        private static int binding(char sign) {
            return sign == '*' || sign == '/' ? 2 : 1;
        }
    }

    /** The number with its sign turned. */
    record Negative(Expr of) implements Expr {
        @Override
        public Exact number(Scope scope) {
            return of.number(scope).negative();
        }

        @Override
        public List<Expr> parts() {
            return List.of(of);
        }

        @Override
        public String toString() {
            return "-" + inBrackets(of);
        }
    }

    /** Two numbers compared, exactly. */
    record Comparison(Relation relation, Expr left, Expr right) implements Expr {
        @Override
        public boolean truth(Scope scope) {
            return relation.holds(left.number(scope).compareTo(right.number(scope)));
        }

        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }

        @Override
        public String toString() {
            return side(left) + " " + relation.sign() + " " + side(right);
        }

        private static String side(Expr part) {
            return part instanceof Arithmetic ? part.toString() : inBrackets(part);
        }
    }

    /** All of the conditions, or any of them; what does not matter any more is not asked. */
    record Logic(boolean all, List<Expr> parts) implements Expr {
        @Override
        public boolean truth(Scope scope) {
            for (var part : parts) if (part.truth(scope) != all) return !all;
            return all;
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Logic ? inBrackets(part) : part.toString())
                    .collect(Collectors.joining(all ? " and " : " or "));
        }
    }

    /** The condition turned. */
    record Not(Expr of) implements Expr {
        @Override
        public boolean truth(Scope scope) {
            return !of.truth(scope);
        }

        @Override
        public List<Expr> parts() {
            return List.of(of);
        }

        @Override
        public String toString() {
            return "not " + inBrackets(of);
        }
    }

    /** One number or the other; only the one chosen is computed. */
    record If(Expr condition, Expr then, Expr otherwise) implements Expr {
        @Override
        public Exact number(Scope scope) {
            return condition.truth(scope) ? then.number(scope) : otherwise.number(scope);
        }

        @Override
        public List<Expr> parts() {
            return List.of(condition, then, otherwise);
        }

        @Override
        public String toString() {
            return "if(" + listed(parts()) + ")";
        }
    }

    /** A number in another unit of the same kind: 万元 in 元, a ratio in %. */
    record Converted(Expr of, MeasureUnit to, Exact factor) implements Expr {
        @Override
        public Exact number(Scope scope) {
            return of.number(scope).times(factor);
        }

        @Override
        public List<Expr> parts() {
            return List.of(of);
        }

        @Override
        public String toString() {
            return of instanceof Arithmetic(char sign, Expr left, Expr right)
                            && sign == '/'
                            && to.equals(MeasureUnit.PERCENT)
                    ? "percent(" + left + ", " + right + ")"
                    : "in(" + of + ", [" + to + "])";
        }
    }

    /** A function of its arguments. */
    record Call(Function function, List<Expr> parts) implements Expr {
        @Override
        public Exact number(Scope scope) {
            return switch (function) {
                case MIN -> extreme(scope, -1);
                case MAX -> extreme(scope, 1);
                case ABS -> parts.getFirst().number(scope).absolute();
                case TALLY -> tally(scope);
            };
        }

        private Exact tally(Scope scope) {
            int holding = 0;
            for (var part : parts) if (part.truth(scope)) holding++;
            return Exact.of(holding);
        }

        private Exact extreme(Scope scope, int way) {
            var most = parts.getFirst().number(scope);
            for (int i = 1; i < parts.size(); i++) {
                var next = parts.get(i).number(scope);
                if (Integer.signum(next.compareTo(most)) == way) most = next;
            }
            return most;
        }

        @Override
        public String toString() {
            return function.word() + "(" + listed(parts) + ")";
        }
    }

    /** Something of all schools of the unit, or of those of one level. */
    record Schools(
            Aggregate aggregate, List<Expr> parts, @Nullable String member) implements Expr {
        @Override
        public Exact number(Scope scope) {
            var schools = scope.schools(member);
            return switch (aggregate) {
                case SUM -> sum(schools);
                case COUNT -> count(schools);
                case CV -> Variation.between(amounts(schools), pupils(schools));
                case CV_OF_SOMETHING -> Variation.ofSomething(amounts(schools), pupils(schools));
            };
        }

        private Exact sum(List<? extends Scope> schools) {
            var sum = Exact.ZERO;
            for (var school : schools) sum = sum.plus(parts.getFirst().number(school));
            return sum;
        }

        private Exact count(List<? extends Scope> schools) {
            int holding = 0;
            for (var school : schools) if (parts.getFirst().truth(school)) holding++;
            return Exact.of(holding);
        }

        private List<Exact> amounts(List<? extends Scope> schools) {
            return numbers(parts.getFirst(), schools);
        }

        private List<Exact> pupils(List<? extends Scope> schools) {
            return numbers(parts.getLast(), schools);
        }

        private static List<Exact> numbers(Expr part, List<? extends Scope> schools) {
            var numbers = new ArrayList<Exact>(schools.size());
            for (var school : schools) numbers.add(part.number(school));
            return numbers;
        }

        @Override
        public String toString() {
            return aggregate.word() + "(" + listed(parts) + (member == null ? "" : ", " + member) + ")";
        }
    }

    private static String listed(List<Expr> parts) {
        return parts.stream().map(Expr::toString).collect(Collectors.joining(", "));
    }

    private static String inBrackets(Expr part) {
        return switch (part) {
            case Arithmetic _, Comparison _, Logic _, Negative _, Not _ -> "(" + part + ")";
            case Literal _, Figure _, If _, Converted _, Call _, Schools _ -> part.toString();
        };
    }
}
