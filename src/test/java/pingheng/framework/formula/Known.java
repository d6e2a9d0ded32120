package pingheng.framework.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.value.FigureCode;

/** Figures for tests of formulas: spend 万元, cost 元, kids and pop 人 (positive), rate %, is_poor, and amount, pupils of schools. */
final class Known implements Names, Scope {
    private static final Map<FigureCode, Name.Traits> TRAITS = Map.of(
            new FigureCode("spend"), traits("万元", false, false),
            new FigureCode("cost"), traits("元", false, false),
            new FigureCode("kids"), traits("人", false, false),
            new FigureCode("pop"), traits("人", true, false),
            new FigureCode("rate"), traits("%", false, false),
            new FigureCode("is_poor"), new Name.Traits(MeasureUnit.NONE, true, false, false, false),
            new FigureCode("delta"), new Name.Traits(MeasureUnit.NONE, false, false, true, false),
            new FigureCode("amount"), traits("元", false, true),
            new FigureCode("pupils"), traits("人", true, true));

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
    public Name name(FigureCode code, @Nullable String member, int back) {
        var traits = TRAITS.get(code);
        if (traits == null) throw new Malformed("没有数据项「%s」", "there is no figure “%s”", code);
        return new Name(code, member, back, 0, traits);
    }

    @Override
    public List<String> members(FigureCode code) {
        return code.text().equals("spend") ? List.of("primary", "junior") : List.of();
    }

    private static Name.Traits traits(String unit, boolean positive, boolean perSchool) {
        return new Name.Traits(MeasureUnit.parse(unit), false, positive, false, perSchool);
    }
}
