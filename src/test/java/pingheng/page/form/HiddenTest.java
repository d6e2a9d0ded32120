package pingheng.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenTest {
    @Test
    void onlyAnAddressOfThisSiteIsGoneBackTo() {
        for (var here :
                List.of("/", "/r/GD-2020/440113", "/r/GD-2020/440113/?a=//b", "/a.b/..c", "/x#d1", "/a?b=/../c"))
            assertThat(Hidden.local(here)).isEqualTo(here);
        for (var elsewhere : List.of(
                "",
                "there",
                "//there.example",
                "/\\there.example",
                "/..//there.example",
                "/a/../b",
                "/a/..",
                "/./b",
                "/a//b",
                "/a\\b",
                "/a b",
                "/中",
                "?a",
                "/a\r\nX: y",
                "https://there.example/",
                "/" + "x".repeat(1000)))
            assertThat(Hidden.local(elsewhere)).as(elsewhere).isEqualTo("/");
    }
}
