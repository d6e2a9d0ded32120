package pingheng.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.WebDataBinder;
import pingheng.value.BodyId;
import pingheng.value.Id;
import pingheng.value.PostId;
import tools.jackson.databind.json.JsonMapper;

/** Every type of number that a row is named by is read by the same rule, and is written as the number it is. */
class IdsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyTypeOfNumberHasAnEditor() {
        assertThat(FormBinding.IDS.keySet()).isEqualTo(Set.of(Id.class.getPermittedSubclasses()));
    }

    @Test
    void aFormSaysDigitsAlone() {
        var binder = new WebDataBinder(new Object());
        new FormBinding().bind(binder);
        FormBinding.IDS.forEach((type, of) -> {
            var editor = Objects.requireNonNull(binder.findCustomEditor(type, null));
            editor.setAsText(" ２１ ");
            assertThat(editor.getValue()).isEqualTo(of.apply(21));
            for (var wrong : Set.of("", "-1", "1 2", "0x1F", "1.0", "1e3", "9".repeat(19), "一"))
                assertThatThrownBy(() -> editor.setAsText(wrong)).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void aProgramSaysAndReadsTheNumber() {
        for (LongFunction<? extends Id> of : FormBinding.IDS.values()) {
            var id = of.apply(21);
            assertThat(JSON.writeValueAsString(id)).isEqualTo("21");
            assertThat(JSON.readValue("21", id.getClass())).isEqualTo(id);
            assertThat("/bodies/" + id).isEqualTo("/bodies/21");
        }
    }

    @Test
    void aBodyIsNoPostWhateverItsNumber() {
        assertThat((Object) new BodyId(7)).isNotEqualTo(new PostId(7));
        assertThat(new BodyId(2)).isLessThan(new BodyId(10));
    }
}
