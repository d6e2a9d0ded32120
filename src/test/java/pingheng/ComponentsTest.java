package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A component says itself which others it works with, eight at most: none is handed a bag of them. */
class ComponentsTest {
    private static final int MOST = 8;

    private static final Set<String> STEREOTYPES = Set.of(
            "org.springframework.stereotype.Component",
            "org.springframework.stereotype.Service",
            "org.springframework.stereotype.Controller",
            "org.springframework.web.bind.annotation.RestController",
            "org.springframework.web.bind.annotation.ControllerAdvice",
            "org.springframework.web.bind.annotation.RestControllerAdvice",
            "org.springframework.context.annotation.Configuration");

    @Test
    void noComponentIsABagOfOthersOrAsksForMoreThanEight() {
        assertThat(breaches(Code.house())).isEmpty();
    }

    @Test
    void aRecordThatIsAComponentIsSeen() {
        assertThat(
                        breaches(
                                Code.planted(
                                        SERVICE,
                                        "package pingheng.duty; @org.springframework.stereotype.Service record Planted(String one) {}")))
                .containsExactly("pingheng.duty.Planted is a record and a component");
    }

    @Test
    void aRecordOfTwoComponentsIsSeen() {
        assertThat(breaches(Code.planted(
                        SERVICE,
                        "package pingheng.duty; @org.springframework.stereotype.Service class One {}",
                        "package pingheng.duty; @org.springframework.stereotype.Service class Two {}",
                        "package pingheng.duty; record Planted(One one, Two two) {}")))
                .containsExactly("pingheng.duty.Planted is a bag of components");
    }

    @Test
    void aConstructorOfNineIsSeen() {
        assertThat(breaches(Code.planted(
                        SERVICE,
                        "package pingheng.duty; @org.springframework.stereotype.Service class Planted {"
                                + " Planted(int a, int b, int c, int d, int e, int f, int g, int h, int i) {} }")))
                .containsExactly("pingheng.duty.Planted asks for 9");
    }

    private static final String SERVICE =
            "package org.springframework.stereotype; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                    + " public @interface Service {}";

    private static Set<String> breaches(JavaClasses code) {
        var breaches = new TreeSet<String>();
        for (var type : code) {
            if (component(type)) {
                if (type.isRecord()) breaches.add(type.getName() + " is a record and a component");
                type.getConstructors().stream()
                        .map(JavaCodeUnit::getRawParameterTypes)
                        .filter(parameters -> parameters.size() > MOST)
                        .forEach(parameters -> breaches.add(type.getName() + " asks for " + parameters.size()));
            } else if (type.isRecord()
                    && type.getFields().stream()
                                    .filter(field -> component(field.getRawType()))
                                    .count()
                            > 1) breaches.add(type.getName() + " is a bag of components");
        }
        return breaches;
    }

    private static boolean component(JavaClass type) {
        return type.getAnnotations().stream()
                .anyMatch(annotation ->
                        STEREOTYPES.contains(annotation.getRawType().getName()));
    }
}
