package pingheng.framework.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Malformed;
import pingheng.framework.formula.Missing;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Names;
import pingheng.framework.formula.Parser;
import pingheng.framework.formula.Scope;
import pingheng.framework.formula.Unit;

/** Figures by name, and schools with figures by name, for tests of rules. A name that begins with s_ is a figure of schools. */
final class Sample implements Scope, Names {
    private final Map<String, Exact> values = new HashMap<>();
    private final Map<String, List<Sample>> schools = new HashMap<>();

    Sample with(String name, String value) {
        values.put(name, Exact.of(value));
        return this;
    }

    Sample school(String level, Sample school) {
        schools.merge(level, List.of(school), (a, b) -> {
            var both = new java.util.ArrayList<>(a);
            both.addAll(b);
            return both;
        });
        return this;
    }

    Expr parse(String text) {
        return Parser.parse(text, this);
    }

    @Override
    public Exact number(Name name) {
        var value = values.get(name.toString());
        if (value == null) throw new Missing(name.toString());
        return value;
    }

    @Override
    public List<? extends Scope> schools(@Nullable String member) {
        return schools.getOrDefault(member == null ? "" : member, List.of());
    }

    @Override
    public Name name(String code, @Nullable String member, int back) {
        if (code.equals("unknown")) throw new Malformed("没有", "none");
        boolean truth = code.startsWith("is_");
        return new Name(code, member, back, 0, new Name.Traits(Unit.NONE, truth, false, true, code.startsWith("s_")));
    }

    @Override
    public List<String> members(String code) {
        return List.of("primary", "junior");
    }
}
