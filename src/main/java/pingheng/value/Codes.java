package pingheng.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kinds of codes, for whoever reads them from a form, an address or a program. */
public final class Codes {
    /** How a code of each kind is made of a plain text; sign-in names are written in small letters. */
    public static final Map<Class<? extends Code>, Function<String, ? extends Code>> KINDS = Map.of(
            UnitCode.class, UnitCode::new,
            RoundCode.class, RoundCode::new,
            PointCode.class, PointCode::new,
            FigureCode.class, FigureCode::new,
            Login.class, typed -> new Login(typed.toLowerCase(Locale.ROOT)));

    private Codes() {}

    /** Several codes as people type them in one field, apart from each other by blanks, commas or semicolons. */
    public static <T extends Code> List<T> typed(String text, Function<String, T> of) {
        return Stream.of(text.split("[\\s,，、;；]+"))
                .filter(code -> !code.isEmpty())
                .map(of)
                .toList();
    }
}
