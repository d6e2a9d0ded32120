package pingheng.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayerTest {
    @Test
    void settingsAreReadBackFromTheirCodes() {
        for (var layer : Layer.values()) assertThat(Layer.of(layer.code())).contains(layer);
        for (var setting : OnSite.values())
            assertThat(OnSite.of(setting.code())).contains(setting);
        for (var setting : Credibility.values())
            assertThat(Credibility.of(setting.code())).contains(setting);
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
        assertThat(Layer.of("county")).isEmpty();
        assertThat(OnSite.of("mean")).isEmpty();
        assertThat(Credibility.of("a")).isEmpty();
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
