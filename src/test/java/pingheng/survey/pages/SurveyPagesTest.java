package pingheng.survey.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Program;

class SurveyPagesTest {
    private static final String PAGE = "/r/GD-2020/survey";
    private static final String SMALL =
            "单位代码\t对象\t发放\t有效\t满意\t比较满意\t基本满意\t不满意\t不了解\n440113\tteacher\t500\t7\t7\t0\t0\t0\t0\n";

    @Test
    void theProvinceImportsATableAndReplacesItOnlyWhenItSaysSo() throws IOException {
        try (var app = App.fresh()) {
            var province = Guest.as(app, "province");
            assertThat(province.get(PAGE).body()).contains("还没有导入过结果", "缺结果 122 个单位");

            var table = Files.readAllBytes(App.PROVINCE.resolve("survey.tsv"));
            assertThat(province.upload(PAGE, Map.of(), "survey.tsv", table).location())
                    .endsWith(PAGE);
            assertThat(province.get(PAGE).body()).contains("第 1 次导入", "847 / 886", "缺结果 0 个单位");

            var again = province.post(PAGE, "text", SMALL);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.body()).contains("请看过之后确认", "847 / 886");
            assertThat(province.post(PAGE, "text", SMALL, "seen", "1").status()).isEqualTo(302);
            assertThat(province.get(PAGE).body()).contains("7 / 500", "样本不足 1 个单位", "样本不足：7.1.2");
        }
    }

    @Test
    void whatIsWrongIsToldOnThePageAndNothingIsTaken() {
        var province = Guest.as(App.shared(), "province");

        var refused = province.upload(
                PAGE, Map.of(), "<b>.tsv", SMALL.replace("\t7\t7\t", "\t7\t8\t").getBytes(UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("&lt;b&gt;.tsv 第 2 行", "什么都没有改变", "还没有导入过结果")
                .doesNotContain("<b>.tsv");
        assertThat(province.upload(PAGE, Map.of(), "a.xlsx", new byte[] {'P', 'K', 3, 4})
                        .status())
                .isEqualTo(422);
        assertThat(province.get("/r/NONE/survey").status()).isEqualTo(404);
    }

    @Test
    void countiesAndCitiesSeeNothingOfIt() {
        for (var login : new String[] {"office", "deputy", "finance", "city"}) {
            var guest = Guest.as(App.shared(), login);
            assertThat(guest.get(PAGE).status()).as(login).isEqualTo(403);
            assertThat(guest.post(PAGE, "text", SMALL).status()).as(login).isEqualTo(403);
            assertThat(guest.get("/").body()).as(login).doesNotContain(PAGE);
        }
    }

    @Test
    void aProgramOfTheProvinceImportsAndIsToldWhatIsLacking() {
        try (var app = App.fresh()) {
            var path = "/api/v1/rounds/GD-2020/survey";
            var guest = Guest.as(app, "province");
            assertThat(guest.upload(path, Map.of(), "a.tsv", SMALL.getBytes(UTF_8))
                            .status())
                    .isEqualTo(201);
            assertThat(guest.upload(path, Map.of(), "a.tsv", SMALL.getBytes(UTF_8))
                            .status())
                    .isEqualTo(409);

            var answer = Program.as(app, "province").get(path).json();

            assertThat(answer.path("imports")).hasSize(1);
            assertThat(answer.path("results").path(0).path("valid").asInt()).isEqualTo(7);
            assertThat(answer.path("lacking"))
                    .anySatisfy(
                            one -> assertThat(one.path("too_few_for").path(0).asString())
                                    .isEqualTo("7.1.2"))
                    .anySatisfy(
                            one -> assertThat(one.path("missing").asBoolean()).isTrue());
            assertThat(Program.as(app, "office").get(path).code()).isEqualTo("survey.province");
        }
    }
}
