package pingheng.people.acts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Routes;

class IdempotencyTest {
    @Test
    void everyAddressThatChangesSomethingIsDeclaredAndNoOther() {
        var posted = Routes.of(App.shared()).all().stream()
                .filter(route -> !route.method().equals("GET") && !route.path().startsWith("/api/"))
                .toList();

        assertThat(posted)
                .allSatisfy(route -> assertThat(route.method())
                        .as("forms know POST: %s", route)
                        .isEqualTo("POST"));
        assertThat(posted)
                .extracting(Routes.Route::path)
                .as("what a second pressing of its button comes to: write each address into Idempotency")
                .containsExactlyInAnyOrderElementsOf(Idempotency.declared());
    }
}
