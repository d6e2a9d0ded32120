package pingheng.round;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.ledger.Audience;
import pingheng.ledger.Chain;
import pingheng.text.Coded;
import pingheng.value.UnitCode;

/** Who judges: the unit itself, its city, the province, the inspectors on site, or a survey; none overwrites another. */
public enum Layer implements Coded {
    SELF("self", "自评", "self-evaluation", null),
    CITY("city", "市级初审", "city review", SELF),
    PROVINCE("province", "省级审核", "provincial review", SELF),
    ONSITE("onsite", "实地抽查", "on-site check", PROVINCE),
    SURVEY("survey", "满意度调查", "satisfaction survey", null);

    private final String code;
    private final String zh;
    private final String en;
    private final @Nullable Layer parent;

    Layer(String code, String zh, String en, @Nullable Layer parent) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.parent = parent;
    }

    /** As tables write it: self, city, province, onsite, survey. */
    @Override
    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** The chain of the ledger in which stands what the layer does to a unit. */
    public Chain chain(UnitCode unit) {
        return Chain.of(
                unit,
                switch (this) {
                    case SELF -> Audience.UNIT;
                    case CITY -> Audience.CITY;
                    case PROVINCE, SURVEY -> Audience.PROVINCE;
                    case ONSITE -> Audience.VISIT;
                });
    }

    /** The layer whose figures and marks hold where this one says nothing of its own. */
    public Optional<Layer> parent() {
        return Optional.ofNullable(parent);
    }
}
