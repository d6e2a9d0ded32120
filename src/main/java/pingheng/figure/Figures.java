package pingheng.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Framework;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Name;
import pingheng.round.Layer;

/** All figures of the units under one framework: what was reported, and what each layer confirmed instead. */
public final class Figures {
    private final Framework framework;
    private final Reads reads;
    private final Map<String, Name> names = new HashMap<>();
    private final Map<String, OfUnit> units = new HashMap<>();

    public Figures(Framework framework) {
        this.framework = framework;
        this.reads = new Reads(framework);
        for (var name : framework.formulas().ofUnits()) names.put(key(name.code(), name.member(), name.back()), name);
    }

    public Framework framework() {
        return framework;
    }

    /** The figures a unit reports that the rule of a point reads, also through derived ones. */
    public List<Name> readBy(String point) {
        return reads.of(point).stream()
                .mapToObj(slot -> framework.formulas().ofUnits().get(slot))
                .filter(name -> !framework.formulas().derived().containsKey(name))
                .toList();
    }

    /** The figures of a unit as a layer sees them: its own confirmed ones, else those of the layer it builds on. */
    public UnitScope scope(String unit, Layer layer) {
        return ofUnit(unit).scope(layer);
    }

    /** The name by which formulas know a figure, one of its members, so many periods back. */
    Name name(String code, String member, int back) {
        var name = names.get(key(code, member, back));
        if (name == null) throw new IllegalStateException("no formula knows " + code);
        return name;
    }

    /** Whether two layers of a unit see the same wherever the rule of the point looks. */
    public boolean same(UnitScope one, UnitScope other, String point) {
        return one.same(other, reads.of(point));
    }

    /** Where a value of a unit comes from, as a layer sees it; empty for derived figures and for what was not reported. */
    public Optional<FigureValue> source(String unit, Layer layer, Name name) {
        var key = key(name.code(), name.member(), name.back());
        for (var at = Optional.of(layer); at.isPresent(); at = at.get().parent()) {
            var value = ofUnit(unit).on(at.get()).get(key);
            if (value != null) return Optional.of(value);
        }
        return Optional.empty();
    }

    /** Puts a figure down; false when the layer has one already. What a survey found stands below every layer. */
    public boolean put(String unit, String code, @Nullable String member, int back, FigureValue value) {
        var layer = value.layer() == Layer.SURVEY ? Layer.SELF : value.layer();
        return ofUnit(unit).put(layer, key(code, member, back), value);
    }

    void put(String unit, @Nullable String level, List<@Nullable Exact> values) {
        ofUnit(unit).schools.add(new SchoolRow(level, values));
    }

    /** The same reported figures under other codes (new to old); nothing that was derived is carried over. */
    public Figures renamed(Map<String, String> units) {
        var renamed = new Figures(framework);
        units.forEach((unit, old) -> renamed.units.put(unit, renamed.new OfUnit(ofUnit(old))));
        return renamed;
    }

    private OfUnit ofUnit(String unit) {
        return units.computeIfAbsent(unit, code -> new OfUnit());
    }

    private static String key(String code, @Nullable String member, int back) {
        return code + "." + Objects.requireNonNullElse(member, "") + "@" + back;
    }

    private final class OfUnit {
        private final Map<Layer, Map<String, FigureValue>> layers;
        private final Map<Layer, @Nullable Exact[]> slots;
        private final List<SchoolRow> schools;
        private final Map<Layer, UnitScope> scopes = new EnumMap<>(Layer.class);

        OfUnit() {
            this.layers = new EnumMap<>(Layer.class);
            this.slots = new EnumMap<>(Layer.class);
            this.schools = new ArrayList<>();
        }

        OfUnit(OfUnit old) {
            this.layers = old.layers;
            this.slots = old.slots;
            this.schools = old.schools;
        }

        Map<String, FigureValue> on(Layer layer) {
            return layers.getOrDefault(layer, Map.of());
        }

        boolean put(Layer layer, String key, FigureValue value) {
            var name = names.get(key);
            if (name != null) slots(layer)[name.slot()] = value.value();
            return layers.computeIfAbsent(layer, at -> new LinkedHashMap<>()).putIfAbsent(key, value) == null;
        }

        UnitScope scope(Layer layer) {
            var known = scopes.get(layer);
            if (known != null) return known;

            var parent = layer.parent();
            var scope = parent.isPresent() && !slots.containsKey(layer)
                    ? scope(parent.get())
                    : new UnitScope(framework, values(layer, parent), schools);
            scopes.put(layer, scope);
            return scope;
        }

        private @Nullable Exact[] values(Layer layer, Optional<Layer> parent) {
            if (parent.isEmpty()) return slots(layer);

            @Nullable Exact[] values = scope(parent.get()).values();
            @Nullable Exact[] own = slots(layer);
            for (int i = 0; i < own.length; i++) if (own[i] != null) values[i] = own[i];
            return values;
        }

        private @Nullable Exact[] slots(Layer layer) {
            return slots.computeIfAbsent(
                    layer, at -> new Exact[framework.formulas().ofUnits().size()]);
        }
    }
}
