package pingheng.round.table;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import pingheng.problem.Sentence;
import pingheng.round.FigureReading;
import pingheng.round.Layer;
import pingheng.round.Round;
import pingheng.round.setting.Credibility;
import pingheng.round.setting.OnSite;
import pingheng.sheet.Folder;
import pingheng.sheet.key.KeyTable;
import pingheng.text.Coded;
import pingheng.value.RoundCode;

/** Reads the settings of a round: one row a setting, key and value. */
public final class RoundSheet {
    private static final List<String> KEYS = List.of(
            "code",
            "title_zh",
            "title_en",
            "year",
            "zone",
            "official",
            "decides",
            "onsite",
            "credibility",
            "figures",
            "quorum",
            "note");

    /** Stands for a code that is missing, until that is told with all else that is wrong. */
    private static final RoundCode UNNAMED = new RoundCode("-");

    private RoundSheet() {}

    /** What is wrong goes to the findings of the folder. */
    public static Round read(Folder folder) {
        var keys = KeyTable.read(folder, "round", KEYS);
        return new Round(
                RoundCode.of(keys.required("code")).orElse(UNNAMED),
                new Sentence(keys.required("title_zh"), keys.required("title_en")),
                keys.whole("year", 1990, 2999, 1990),
                zone(keys),
                keys.choice("official", List.of("no", "yes")).equals("yes"),
                Coded.of(Layer.class, keys.choice("decides", List.of("province", "city", "self")))
                        .orElse(Layer.PROVINCE),
                Coded.of(OnSite.class, keys.choice("onsite", List.of("replace", "average", "none")))
                        .orElse(OnSite.REPLACE),
                Coded.of(Credibility.class, keys.choice("credibility", List.of("off", "A", "B", "C")))
                        .orElse(Credibility.OFF),
                Coded.of(FigureReading.class, keys.choice("figures", List.of("own", "carried")))
                        .orElse(FigureReading.OWN),
                keys.whole("quorum", 1, 999, 1));
    }

    private static ZoneId zone(KeyTable keys) {
        try {
            return ZoneId.of(keys.required("zone"));
        } catch (DateTimeException _) {
            keys.refuse("zone", "round.zone", "时区应如 Asia/Shanghai", "a zone is written like Asia/Shanghai");
            return ZoneOffset.UTC;
        }
    }
}
