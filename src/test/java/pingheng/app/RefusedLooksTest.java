package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever only looks has sent nothing: no answer to a look says that something was saved before, or tells to send it again. */
class RefusedLooksTest {
    @Test
    void whoOpensWhatIsNotThereIsNotToldOfAnythingSaved() {
        try (var app = App.fresh().assigned()) {
            var told = new ArrayList<String>();
            for (var login : List.of("office", "finance", "deputy", "city", "province")) {
                var guest = Guest.as(app, login);
                for (var path : List.of("points/9.9.9", "figures/none", "evidence/0", "review/city/9.9.9", "nowhere")) {
                    var answer = guest.get("/r/GD-2020/" + App.PANYU + "/" + path);
                    assertThat(answer.status()).as(path).isGreaterThanOrEqualTo(400);
                    if (answer.body().matches("(?s).*(已有内容保存|再提交一次|什么都没有改变).*")) told.add(login + " " + path);
                }
            }
            assertThat(told).isEmpty();
        }
    }
}
