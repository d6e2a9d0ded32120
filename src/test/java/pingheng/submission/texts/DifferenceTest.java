package pingheng.submission.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void whatStayedWentAndCameIsToldByHalfSentences() {
        assertThat(told("投入只增不减，生均达标。另有补助。", "投入只增不减，生均两年达标。另有补助。新增一项。"))
                .isEqualTo("投入只增不减，[-生均达标。][+生均两年达标。]另有补助。[+新增一项。]");
    }

    @Test
    void ofNothingAndOfTheSame() {
        assertThat(told("", "写了。")).isEqualTo("[+写了。]");
        assertThat(told("写了。", "")).isEqualTo("[-写了。]");
        assertThat(told("写了。", "写了。")).isEqualTo("写了。");
        assertThat(told("", "")).isEmpty();
    }

    /** Whatever the texts, what stayed and went is the one before, what stayed and came the one after. */
    @Test
    void bothTextsCanBeReadFromTheDifference() {
        var random = new java.util.Random(7);
        for (int i = 0; i < 500; i++) {
            var before = text(random);
            var after = text(random);
            var parts = Difference.of(before, after);
            assertThat(read(parts, Difference.Kind.GONE)).isEqualTo(before);
            assertThat(read(parts, Difference.Kind.NEW)).isEqualTo(after);
        }
    }

    @Test
    void veryLongTextsAreToldToo() {
        var before = "一，".repeat(10_000);
        var after = "二，".repeat(10_000);
        assertThat(told(before, after)).isEqualTo("[-" + before + "][+" + after + "]");
    }

    private static String text(java.util.Random random) {
        return random.ints(random.nextInt(12), 0, 6)
                .mapToObj(one -> "甲乙丙，。\n".substring(one, one + 1))
                .collect(Collectors.joining());
    }

    private static String read(java.util.List<Difference.Part> parts, Difference.Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == Difference.Kind.SAME || part.kind() == kind)
                .map(Difference.Part::text)
                .collect(Collectors.joining());
    }

    private static String told(String before, String after) {
        return Difference.of(before, after).stream()
                .map(part -> switch (part.kind()) {
                    case SAME -> part.text();
                    case GONE -> "[-" + part.text() + "]";
                    case NEW -> "[+" + part.text() + "]";
                })
                .collect(Collectors.joining());
    }
}
