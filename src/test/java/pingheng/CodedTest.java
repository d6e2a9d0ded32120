package pingheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.text.Coded;
import pingheng.text.Hostile;

/** Whatever is one of a closed list is found by its code in one way, exactly, and codes stay what they are. */
class CodedTest {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/codes.golden.txt");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:[-_][a-z0-9]+)*");

    /** What was stored in capitals from the beginning. */
    private static final Map<String, Pattern> CAPITALS = Map.of(
            "pingheng.round.setting.Credibility", Pattern.compile("off|[A-C]"),
            "pingheng.evidence.FileType", Pattern.compile("[A-Z]+"));

    private static final Pattern BY_HAND =
            Pattern.compile("name\\(\\)\\.to(?:Lower|Upper)Case|(?<!String)\\.valueOf\\([a-z]");

    /** With {@code -Dgolden=write} they are written anew: a code that changes makes what was stored unreadable. */
    @Test
    void theCodesAreThese() throws IOException {
        var codes = told();

        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, codes);
        assertThat(codes).isEqualToNormalizingNewlines(Files.readString(GOLDEN));
    }

    @Test
    void eachCodeIsPlainAndFindsItsOwnAlone() {
        var types = coded(Code.house());
        assertThat(types).hasSizeGreaterThan(15);
        for (var type : types)
            for (var constant : constants(type)) {
                assertThat(constant.code()).as(type.getName()).matches(CAPITALS.getOrDefault(type.getName(), CODE));
                assertThat(found(type, constant.code())).isSameAs(constant);
                assertThat(called(type, constant.code())).isSameAs(constant);
            }
    }

    @Test
    void eachNameFindsItsOwnAndIsInSmallLetters() {
        for (var type : coded(Code.house()))
            for (var constant : constants(type))
                for (var name : constant.names()) {
                    assertThat(called(type, name)).as(name).isSameAs(constant);
                    assertThat(name).isEqualTo(name.toLowerCase(Locale.ROOT));
                }
    }

    /** Full width, marks that cannot be seen, other letters, blanks, the names of constants, and much of it. */
    @Test
    void whatIsNotExactlyACodeFindsNothing() {
        for (var type : coded(Code.house())) {
            var codes = constants(type).stream().map(Coded::code).collect(Collectors.toSet());
            for (var code : codes)
                for (var hostile : disguised(code))
                    if (!codes.contains(hostile))
                        assertThat(found(type, hostile))
                                .as("%s of %s", hostile, type)
                                .isNull();
            for (var hostile : Hostile.texts()) assertThat(found(type, hostile)).isNull();
        }
    }

    @Test
    void aTurkishComputerReadsTheSameCodes() throws IOException {
        var locale = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertThat(told()).isEqualToNormalizingNewlines(Files.readString(GOLDEN));
            for (var type : coded(Code.house()))
                for (var constant : constants(type))
                    assertThat(found(type, constant.code())).isSameAs(constant);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private enum Twice implements Coded {
        ONE,
        OTHER;

        @Override
        public String code() {
            return "one";
        }
    }

    @Test
    void twoOfOneCodeAreRefused() {
        assertThatThrownBy(() -> Coded.of(Twice.class, "one")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingElseHasACodeOrLooksOneUp() {
        assertThat(breaches(Code.house())).isEmpty();
    }

    @Test
    void noTemplateMakesACodeItself() throws IOException {
        var byHand = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (BY_HAND.matcher(Files.readString(file)).find()) byHand.add(file.toString());
        }
        assertThat(byHand).isEmpty();
    }

    @Test
    void aTemplateThatMakesACodeItselfIsSeen() {
        assertThat(BY_HAND.matcher("${point.kind().name().toLowerCase()}").find())
                .isTrue();
        assertThat(BY_HAND.matcher("${Kind.valueOf(kind)}").find()).isTrue();
        assertThat(BY_HAND.matcher("${String.valueOf(1)}${point.kind().code()}").find())
                .isFalse();
    }

    @Test
    void anEnumWithACodeOfItsOwnIsSeen() {
        assertThat(planted("enum Own { ONE; String code() { return \"1\"; } }"))
                .containsExactly("pingheng.round.Own has codes and is not Coded");
    }

    @Test
    void aLookupOfSomebodysOwnIsSeen() {
        for (var lookup : List.of(
                "Object of(String code) { for (var one : Own.values()) if (one.code().equals(code)) return one; return this; }",
                "Object of(String code) { return java.util.stream.Stream.of(Own.values()).filter(one -> one.code().equals(code)).findFirst(); }",
                "Object of(String code) { return Own.valueOf(code); }",
                "Object of(String code) { return Enum.valueOf(Own.class, code); }",
                "String of(Own own) { return own.name().toLowerCase(); }"))
            assertThat(planted("enum Own implements pingheng.text.Coded { ONE }", "class Other { " + lookup + " }"))
                    .as(lookup)
                    .hasSize(1);
    }

    @Test
    void askingTheOneLookupAndGoingThroughAllIsFine() {
        assertThat(planted(
                        "enum Own implements pingheng.text.Coded { ONE }",
                        "class Other { Object of(String code) { return pingheng.text.Coded.of(Own.class, code); }"
                                + " int all() { int all = 0; for (var one : Own.values()) all++; return all; } }"))
                .isEmpty();
    }

    private static String told() {
        return coded(Code.house()).stream()
                .map(type -> type.getName() + " "
                        + constants(type).stream().map(Coded::code).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> planted(String... types) {
        return breaches(Code.planted(
                Stream.of(types).map(type -> "package pingheng.round; " + type).toArray(String[]::new)));
    }

    private static List<String> breaches(JavaClasses code) {
        var coded = coded(code).stream().map(JavaClass::getName).collect(Collectors.toSet());
        var own = code.stream()
                .filter(type -> isEnum(type) && !coded.contains(type.getName()))
                .filter(type -> type.tryGetMethod("code").isPresent())
                .map(type -> type.getName() + " has codes and is not Coded");
        var lookups = code.stream()
                .filter(type -> !type.getPackageName().equals("pingheng.text"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> looksUp(call, coded))
                .map(call -> call.getOrigin().getFullName() + " calls "
                        + call.getTarget().getFullName());
        return Stream.concat(own, lookups).distinct().sorted().toList();
    }

    /** By the name of a constant, or one by one against a text. Every enum has a {@code valueOf} of its own, which is nobody's lookup. */
    private static boolean looksUp(JavaMethodCall call, Set<String> coded) {
        var owner = call.getTargetOwner().getName();
        boolean itself = call.getOriginOwner().getName().equals(owner);
        return switch (call.getName()) {
            case "valueOf" ->
                coded.contains(owner)
                        || owner.equals("java.lang.Enum")
                                && !call.getOrigin().getName().equals("valueOf");
            case "name" -> coded.contains(owner) && !itself;
            case "values" -> coded.contains(owner) && comparesCodes(call.getOrigin());
            default -> false;
        };
    }

    /** Whether it takes a text and asks for codes, itself or in a lambda of its own. */
    private static boolean comparesCodes(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(String.class))
                && unit.getOwner().getCodeUnits().stream()
                        .filter(one -> one.equals(unit) || one.getName().startsWith("lambda$" + unit.getName() + "$"))
                        .flatMap(one -> Stream.concat(
                                one.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                                one.getMethodReferencesFromSelf().stream().map(asked -> asked.getTarget())))
                        .anyMatch(asked -> asked.getName().equals("code")
                                && asked.getOwner().isAssignableTo(Coded.class));
    }

    private static boolean isEnum(JavaClass type) {
        return type.getRawSuperclass()
                .filter(above -> above.isEquivalentTo(Enum.class))
                .isPresent();
    }

    private static List<JavaClass> coded(JavaClasses code) {
        return code.stream()
                .filter(type -> isEnum(type) && type.isAssignableTo(Coded.class))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    private static List<Coded> constants(JavaClass type) {
        return Stream.of(type.reflect().getEnumConstants())
                .map(Coded.class::cast)
                .toList();
    }

    private static List<String> disguised(String code) {
        var wide = code.chars()
                .mapToObj(one -> String.valueOf((char) (one + 0xFEE0)))
                .collect(Collectors.joining());
        return List.of(
                wide,
                code.toUpperCase(Locale.ROOT),
                code.toLowerCase(Locale.ROOT),
                code.replace('i', 'ı').replace('k', '\u212A') + "",
                code + '\u200B',
                '\uFEFF' + code,
                code + ' ',
                '\u3000' + code,
                code + "\0",
                code.replace('_', '-') + "-",
                Normalizer.normalize(code, Normalizer.Form.NFD) + '\u0301',
                code.repeat(100_000),
                "");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object found(JavaClass type, String code) {
        return Coded.of((Class) type.reflect(), code).orElse(null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object called(JavaClass type, String text) {
        return Coded.called((Class) type.reflect(), text).orElse(null);
    }
}
