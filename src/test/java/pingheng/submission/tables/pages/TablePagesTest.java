package pingheng.submission.tables.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;

class TablePagesTest {
    private static final String PANYU = "/r/GD-2020/440113";
    private static final String SCHOOLS = "学校代码\t学校名称\t学段\t在校学生数\n1\t<b>一小\t小学\t1134\n2\t二中\t初中\t804\n";
    private static final String FIGURES = "代码\t数据项\t2019\neducation_spending\t\t";

    @Test
    void tablesComeInByFileAndByPasteAndAreShownAndGoOut() {
        try (var app = App.fresh().assigned()) {
            var education = Guest.as(app, "education");
            assertThat(education
                            .upload(PANYU + "/schools", Map.of(), "学校.tsv", bytes(SCHOOLS))
                            .status())
                    .isEqualTo(302);
            assertThat(education.get(PANYU + "/schools").body())
                    .contains("已保存 2 行", "&lt;b&gt;一小", "初中", "1134")
                    .doesNotContain("<b>一小");
            assertThat(education.get(PANYU + "/schools.xlsx").body()).startsWith("PK");

            var finance = Guest.as(app, "finance");
            assertThat(finance.post(PANYU + "/figures/table", "text", FIGURES + "100")
                            .location())
                    .endsWith("/figures/table");
            assertThat(finance.get(PANYU + "/figures/table").body()).contains("保存了 1 个数");
            assertThat(finance.post(PANYU + "/figures/table", "text", FIGURES + "一百")
                            .body())
                    .contains("粘贴 第 2 行「2019」列", "一百");
        }
    }

    @Test
    void whatIsFrozenTakesNoTables() {
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.FROZEN);
            var education = Guest.as(app, "education");
            assertThat(education.post(PANYU + "/schools", "text", SCHOOLS).status())
                    .isEqualTo(409);
            assertThat(education
                            .post(PANYU + "/figures/table", "text", FIGURES + "200")
                            .status())
                    .isEqualTo(409);
            assertThat(education.get(PANYU + "/schools").body()).contains("已定稿").doesNotContain("name=\"file\"");
        }
    }

    @Test
    void anotherCountyDoesNotEvenLearnThatTheTablesExist() {
        var panyu = Guest.as(App.shared(), "office");
        var other = "/r/GD-2020/440114";

        for (var path : new String[] {"/schools", "/schools.xlsx", "/figures.xlsx", "/figures/table", "/matrix.xlsx"})
            assertThat(panyu.get(other + path).status()).as(path).isEqualTo(404);
        assertThat(panyu.post(other + "/schools", "text", SCHOOLS).status()).isEqualTo(404);
        assertThat(panyu.post(other + "/figures/table", "text", FIGURES + "1").status())
                .isEqualTo(404);
        assertThat(panyu.post(other + "/matrix", "text", "编号\t牵头单位\n").status()).isEqualTo(404);
    }

    @Test
    void theCitySeesTheTablesAndHandsNoneIn() {
        var city = Guest.as(App.shared(), "city");

        assertThat(city.get(PANYU + "/schools").status()).isEqualTo(200);
        assertThat(city.post(PANYU + "/schools", "text", SCHOOLS).status()).isEqualTo(403);
        assertThat(city.post(PANYU + "/figures/table", "text", FIGURES + "1").status())
                .isEqualTo(403);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
