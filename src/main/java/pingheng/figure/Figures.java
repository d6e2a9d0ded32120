package pingheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Framework;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Name;
import pingheng.problem.Sentence;
import pingheng.round.FigureReading;
import pingheng.round.Layer;
import pingheng.round.Round;
import pingheng.value.FigureCode;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** All figures of the units under one framework: what was reported, and what each layer confirmed instead. */
public final class Figures {
    private final Framework framework;
    private final Reads reads;

    private final FigureReading reading;
    private final Layer decides;

    private final Map<String, Name> names = new HashMap<>();
    private final Map<UnitCode, Stored> units = new HashMap<>();

    /** As each layer reads them that computes with its own. */
    public Figures(Framework framework) {
        this(framework, new Reads(framework));
    }

    Figures(Framework framework, Reads reads) {
        this(framework, reads, FigureReading.OWN, Layer.PROVINCE);
    }

    /** As the layers of the round read them. */
    public Figures(Framework framework, Round round) {
        this(framework, new Reads(framework), round.figures(), round.decides());
    }

    Figures(Framework framework, Reads reads, FigureReading reading, Layer decides) {
        this.framework = framework;
        this.reads = reads;
        this.reading = reading;
        this.decides = decides;
        for (var name : framework.formulas().ofUnits()) names.put(key(name.code(), name.member(), name.back()), name);
    }

    public Framework framework() {
        return framework;
    }

    /** Whether a figure has one value in a result: what a layer confirmed is carried upward. */
    public boolean carried() {
        return reading == FigureReading.CARRIED;
    }

    /** The layer as which points are computed that a survey scores. */
    public Layer ofSurvey() {
        return carried() ? decides : Layer.SELF;
    }

    /** The figures a unit reports that the rule of a point reads, also through derived ones. */
    public List<Name> readBy(PointCode point) {
        return reads.of(point).stream()
                .mapToObj(slot -> framework.formulas().ofUnits().get(slot))
                .filter(name -> !framework.formulas().derived().containsKey(name))
                .toList();
    }

    /** The figures of a unit for as long as the caller needs them: what is derived from them is not kept here. */
    public OfUnit of(UnitCode unit) {
        return new OfUnit(stored(unit));
    }

    /** The figures of a unit as a layer sees them: the confirmed ones that it reads, else what was reported. */
    public UnitScope scope(UnitCode unit, Layer layer) {
        return of(unit).scope(layer);
    }

    /** The name by which formulas know a figure, one of its members, so many periods back. */
    Name name(FigureCode code, String member, int back) {
        var name = names.get(key(code, member, back));
        if (name == null) throw new IllegalStateException("no formula knows " + code);
        return name;
    }

    /** Where a value of a unit comes from, as a layer sees it; empty for derived figures and for what was not reported. */
    public Optional<FigureValue> source(UnitCode unit, Layer layer, Name name) {
        var key = key(name.code(), name.member(), name.back());
        var stored = stored(unit);
        return seen(stored, layer).stream()
                .flatMap(at -> Stream.ofNullable(
                        stored.layers.getOrDefault(at, Map.of()).get(key)))
                .findFirst();
    }

    /** Puts a figure down; false when the layer has one already. */
    public boolean put(UnitCode unit, FigureCode code, @Nullable String member, int back, FigureValue value) {
        var layer = heldOn(value.layer());
        var key = key(code, member, back);
        var name = names.get(key);
        var stored = units.computeIfAbsent(unit, at -> new Stored());
        if (name != null) stored.slots.computeIfAbsent(layer, at -> slots())[name.slot()] = value.value();
        return stored.layers.computeIfAbsent(layer, at -> new LinkedHashMap<>()).putIfAbsent(key, value) == null;
    }

    /** Puts down what a layer confirmed for a cell, as it was written and why; false when the layer has one already. */
    public boolean put(UnitCode unit, Cell cell, String written, BigDecimal value, Layer layer, String reason) {
        return put(
                unit,
                cell.definition().code(),
                cell.member().isEmpty() ? null : cell.member(),
                cell.back(),
                new FigureValue(
                        Exact.of(value),
                        written,
                        cell.period(),
                        cell.definition().source(),
                        layer,
                        reason));
    }

    /** Says why the row of a school of the unit cannot be read: no formula finds its schools then. */
    public void unreadableSchool(UnitCode unit, Sentence why) {
        units.computeIfAbsent(unit, at -> new Stored()).schools.unreadable().add(why);
    }

    /** Says that what a layer confirmed for the unit is a lead and no more: its opinion is not signed. No other layer reads it. */
    public void lead(UnitCode unit, Layer layer) {
        units.computeIfAbsent(unit, at -> new Stored()).leads.add(layer);
    }

    /** Says of a row that cannot be read why: on that layer the figure has no value then. */
    public void unreadable(UnitCode unit, Layer layer, FigureCode code, Sentence why) {
        units.computeIfAbsent(unit, at -> new Stored())
                .unreadable
                .computeIfAbsent(heldOn(layer), at -> new HashMap<>())
                .put(code, why);
    }

    void put(UnitCode unit, School school, List<@Nullable Exact> values) {
        units.computeIfAbsent(unit, at -> new Stored())
                .schools
                .rows()
                .add(new UnitScope.SchoolRow(school.title(), school.level().isEmpty() ? null : school.level(), values));
    }

    /** The same figures under other codes (new to old). */
    public Figures renamed(Map<UnitCode, UnitCode> units) {
        var renamed = new Figures(framework, reads, reading, decides);
        units.forEach((unit, old) -> renamed.units.put(unit, stored(old)));
        return renamed;
    }

    /** What a survey found stands below every layer. */
    private static Layer heldOn(Layer layer) {
        return layer == Layer.SURVEY ? Layer.SELF : layer;
    }

    private List<Layer> seen(Stored stored, Layer layer) {
        return reading.chain(layer, decides, stored.leads);
    }

    private Stored stored(UnitCode unit) {
        return units.getOrDefault(unit, Stored.NOTHING);
    }

    private @Nullable Exact[] slots() {
        return new Exact[framework.formulas().ofUnits().size()];
    }

    private static String key(FigureCode code, @Nullable String member, int back) {
        return code + "." + Objects.requireNonNullElse(member, "") + "@" + back;
    }

    /** What was reported and confirmed of a unit; by slot, too, what a formula can ask for. */
    private record Stored(
            Map<Layer, Map<String, FigureValue>> layers,
            Map<Layer, @Nullable Exact[]> slots,
            UnitScope.Schools schools,
            Map<Layer, Map<FigureCode, Sentence>> unreadable,
            Set<Layer> leads) {
        static final Stored NOTHING =
                new Stored(Map.of(), Map.of(), new UnitScope.Schools(List.of(), List.of()), Map.of(), Set.of());

        Stored() {
            this(
                    new EnumMap<>(Layer.class),
                    new EnumMap<>(Layer.class),
                    new UnitScope.Schools(new ArrayList<>(), new ArrayList<>()),
                    new EnumMap<>(Layer.class),
                    EnumSet.noneOf(Layer.class));
        }
    }

    /** The figures of one unit as each layer sees them. What is derived is computed once and kept as long as this is. */
    public final class OfUnit {
        private final Stored stored;
        private final Map<Layer, UnitScope> scopes = new EnumMap<>(Layer.class);
        private final Map<List<Layer>, UnitScope> chains = new HashMap<>();

        private OfUnit(Stored stored) {
            this.stored = stored;
        }

        /** A layer that reads no figures but another layer's sees the very same as that one. */
        public UnitScope scope(Layer layer) {
            return scopes.computeIfAbsent(layer, at -> scope(seen(stored, at)));
        }

        private UnitScope scope(List<Layer> layers) {
            var known = chains.get(layers);
            if (known != null) return known;

            var layer = layers.getFirst();
            var own = stored.slots.get(layer);
            var below = layers.size() == 1
                    ? Optional.<UnitScope>empty()
                    : Optional.of(scope(layers.subList(1, layers.size())));
            var lost = stored.unreadable.getOrDefault(layer, Map.of());
            var scope = own == null && lost.isEmpty() && below.isPresent() ? below.get() : scope(own, below, lost);
            chains.put(layers, scope);
            return scope;
        }

        /** Whether two layers see the same wherever the rule of the point looks. */
        public boolean same(Layer one, Layer other, PointCode point) {
            return scope(one).same(scope(other), reads.of(point));
        }

        private UnitScope scope(
                @Nullable Exact @Nullable [] own, Optional<UnitScope> below, Map<FigureCode, Sentence> lost) {
            if (lost.isEmpty() && below.isEmpty())
                return new UnitScope(framework, values(own, below), stored.schools, lost);
            var values = values(own, below).clone();
            for (var name : framework.formulas().ofUnits())
                if (lost.containsKey(name.code())) values[name.slot()] = null;
            var unreadable = new HashMap<>(below.map(UnitScope::unreadable).orElse(Map.of()));
            unreadable.putAll(lost);
            return new UnitScope(framework, values, stored.schools, unreadable);
        }

        private @Nullable Exact[] values(@Nullable Exact @Nullable [] own, Optional<UnitScope> below) {
            if (own == null) return slots();
            if (below.isEmpty()) return own;

            @Nullable Exact[] values = below.get().values();
            for (int i = 0; i < own.length; i++) if (own[i] != null) values[i] = own[i];
            return values;
        }
    }
}
