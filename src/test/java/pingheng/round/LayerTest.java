package pingheng.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingheng.round.setting.Credibility;
import pingheng.round.setting.OnSite;
import pingheng.text.Coded;

class LayerTest {
    @Test
    void settingsAreReadBackFromTheirCodes() {
        for (var layer : Layer.values())
            assertThat(Coded.of(Layer.class, layer.code())).contains(layer);
        for (var setting : OnSite.values())
            assertThat(Coded.of(OnSite.class, setting.code())).contains(setting);
        for (var setting : Credibility.values())
            assertThat(Coded.of(Credibility.class, setting.code())).contains(setting);
    }

    @Test
    void tablesWriteTheseCodes() {
        assertThat(Stream.of(Layer.values()).map(Layer::code))
                .containsExactly("self", "city", "province", "onsite", "survey");
        assertThat(Stream.of(OnSite.values()).map(OnSite::code)).containsExactly("replace", "average", "none");
        assertThat(Stream.of(Credibility.values()).map(Credibility::code)).containsExactly("off", "A", "B", "C");
    }

    @Test
    void anUnknownCodeIsNoSetting() {
        assertThat(Coded.of(Layer.class, "county")).isEmpty();
        assertThat(Coded.of(OnSite.class, "mean")).isEmpty();
        assertThat(Coded.of(Credibility.class, "a")).isEmpty();
    }

    @Test
    void eachReviewFallsBackToTheSelfEvaluationAndTheOnSiteCheckToTheProvince() {
        assertThat(Layer.SELF.parent()).isEmpty();
        assertThat(Layer.CITY.parent()).contains(Layer.SELF);
        assertThat(Layer.PROVINCE.parent()).contains(Layer.SELF);
        assertThat(Layer.ONSITE.parent()).contains(Layer.PROVINCE);
        assertThat(Layer.SURVEY.parent()).isEmpty();
    }

    @Test
    void layersAreNamedInBothLanguages() {
        assertThat(Layer.PROVINCE.zh()).isEqualTo("省级审核");
        assertThat(Layer.PROVINCE.en()).isEqualTo("provincial review");
    }
}
