package pingheng.framework.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures for tests of formulas: spend 万元, cost 元, kids and pop 人 (positive), rate %, is_poor, and amount, pupils of schools. */
final class Known implements Names, Scope {
    private static final Map<String, Name.Traits> TRAITS = Map.of(
            "spend", traits("万元", false, false),
            "cost", traits("元", false, false),
            "kids", traits("人", false, false),
            "pop", traits("人", true, false),
            "rate", traits("%", false, false),
            "is_poor", new Name.Traits(MeasureUnit.NONE, true, false, false, false),
            "delta", new Name.Traits(MeasureUnit.NONE, false, false, true, false),
            "amount", traits("元", false, true),
            "pupils", traits("人", true, true));

    private final Map<String, Exact> values = new HashMap<>();
    private final List<Known> schools;

    Known(Known... schools) {
        this.schools = List.of(schools);
    }

    Known with(String name, String value) {
        values.put(name, Exact.of(value));
        return this;
    }

    Exact number(String formula) {
        return checked(formula).expr().number(this);
    }

    boolean truth(String formula) {
        return checked(formula).expr().truth(this);
    }

    Checker.Checked checked(String formula) {
        return Checker.check(Parser.parse(formula, this));
    }

    @Override
    public Exact number(Name name) {
        var value = values.get(name.toString());
        if (value == null) throw new Missing(name.toString());
        return value;
    }

    @Override
    public List<Known> schools(@Nullable String member) {
        return schools;
    }

    @Override
    public Name name(String code, @Nullable String member, int back) {
        var traits = TRAITS.get(code);
        if (traits == null) throw new Malformed("没有数据项「%s」", "there is no figure “%s”", code);
        return new Name(code, member, back, 0, traits);
    }

    @Override
    public List<String> members(String code) {
        return code.equals("spend") ? List.of("primary", "junior") : List.of();
    }

    private static Name.Traits traits(String unit, boolean positive, boolean perSchool) {
        return new Name.Traits(MeasureUnit.parse(unit), false, positive, false, perSchool);
    }
}
