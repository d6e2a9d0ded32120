package pingheng.value;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

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
}
