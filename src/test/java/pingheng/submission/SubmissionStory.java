package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;

class SubmissionStory {
    @Test
    void aCountyGoesFromTheTableToAReceipt() {
        try (var app = App.fresh().assigned().checked()) {
            var own = app.bean(SelfEvaluations.class).of(app.round(), app.panyu());
            assertThat(own.whyNotWhole()).isEmpty();
            assertThat(Guest.as(app, "office").get("/").status()).isEqualTo(200);
        }
    }
}
