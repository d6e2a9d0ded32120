package pingheng.framework.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Malformed;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Names;
import pingheng.framework.formula.Parser;
import pingheng.framework.formula.Relation;
import pingheng.framework.formula.Scope;
import pingheng.value.FigureCode;

/** A line the value is held against, such as {@code >= 85%}: the relation also says which way is better. */
public record Limit(Relation relation, Exact at, MeasureUnit unit) {
    public Limit {
        if (relation == Relation.EQUAL || relation == Relation.UNEQUAL)
            throw new Malformed("界线应写 >=、>、<= 或 <", "a line is written with >=, >, <= or <");
    }

    /** Reads {@code >= 85%}; throws {@link Malformed}. */
    public static Limit parse(String text) {
        if (Parser.parse("value " + text, ONLY_VALUE)
                instanceof Expr.Comparison(Relation relation, Expr.Figure _, Expr right)) {
            var literal = right instanceof Expr.Negative(Expr of) ? of : right;
            if (literal instanceof Expr.Literal(Exact _, MeasureUnit unit))
                return new Limit(relation, right.number(NOTHING), unit);
        }
        throw new Malformed("界线应写成「>= 85%%」这样：%s", "a line is written like “>= 85%%”: %s", text);
    }

    /** Throws {@link Malformed} for a strict line, where a rule goes on smoothly from its line and strictness would say nothing. */
    void refuseStrict() {
        if (relation == Relation.MORE || relation == Relation.LESS)
            throw new Malformed(
                    "线性、每百分点和按比例计分的界线应写 >= 或 <=：%s",
                    "a rule that scores in between takes a line with >= or <=: %s", this);
    }

    /** Whether more is better. */
    public boolean high() {
        return relation == Relation.AT_LEAST || relation == Relation.MORE;
    }

    /** {@code value >= 85%}. */
    Expr met() {
        return new Expr.Comparison(relation, Given.VALUE, literal());
    }

    Expr literal() {
        return new Expr.Literal(at, unit);
    }

    /** Whether this line is easier to meet than the other, both looking the same way. */
    boolean easierThan(Limit other) {
        return relation == other.relation && (high() ? at.compareTo(other.at) < 0 : at.compareTo(other.at) > 0);
    }

    /** ≥ 85% */
    @Override
    public String toString() {
        return relation.sign().replace(">=", "≥").replace("<=", "≤") + " " + at
                + (unit.bare() ? "" : unit.equals(MeasureUnit.PERCENT) ? "%" : " " + unit);
    }

    private static final Scope NOTHING = name -> Exact.ZERO;

    private static final Names ONLY_VALUE = new Names() {
        @Override
        public Name name(FigureCode code, @Nullable String member, int back) {
            if (code.text().equals("value") && member == null && back == 0) return Given.VALUE.name();
            throw new Malformed("界线应为一个数：%s", "a line is a number: %s", code);
        }

        @Override
        public List<String> members(FigureCode code) {
            return List.of();
        }
    };
}
