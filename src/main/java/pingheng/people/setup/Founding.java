package pingheng.people.setup;

import java.util.List;
import java.util.Optional;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.people.account.Wording;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.text.Folding;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** What opens a database: the province, the units below it, and its first administrator, who chooses a password at once. */
public record Founding(Unit province, List<Unit> units, Login login, String name, String password) {
    private static final int LONGEST = 30;

    /** The province by its code and name as they were typed; refuses what is no code. */
    public static Unit province(String code, String name) {
        var given = UnitCode.of(Folding.word(code)).orElseThrow(() -> new Refused(noProvince()));
        return new Unit(given, name.strip(), Level.PROVINCE, null, "");
    }

    private static Reason noProvince() {
        return Reason.malformed(
                "setup.province",
                "省级代码应为 6 位数字、后四位为 0，如 440000",
                "The code of a province has 6 digits, the last four are 0");
    }

    /** Each unit needs the one above it: the province, or a city of the table. */
    Optional<Reason> whyNot() {
        if (!province.code().text().matches("[0-9]{2}0000")) return Optional.of(noProvince());
        var whyNotName = Wording.whyNotName(province.name(), LONGEST);
        if (whyNotName.isPresent()) return whyNotName;
        if (units.isEmpty())
            return Optional.of(Reason.malformed("setup.units", "单位表没有一行单位", "The table of units has no unit"));

        for (var unit : units) {
            var whyNot = whyNot(unit);
            if (whyNot.isPresent()) return whyNot;
        }
        return Optional.empty();
    }

    private Optional<Reason> whyNot(Unit unit) {
        if (!unit.code().text().startsWith(province.code().text().substring(0, 2))
                || unit.code().equals(province.code()))
            return Optional.of(Reason.malformed(
                    "setup.foreign",
                    "单位 %1$s %2$s 的代码不在本省之内",
                    "The code of unit %1$s %2$s is not one of the province",
                    unit.code(),
                    unit.name()));
        boolean above = unit.parent() == null
                || unit.parent().equals(province.code())
                || unit.level() == Level.COUNTY
                        && units.stream()
                                .anyMatch(city -> city.level() == Level.CITY
                                        && city.code().equals(unit.parent()));
        if (above) return Optional.empty();
        return Optional.of(Reason.malformed(
                "setup.parent",
                "单位 %1$s 的上级 %2$s 不在表中",
                "The parent %2$s of unit %1$s is not in the table",
                unit.code(),
                String.valueOf(unit.parent())));
    }
}
