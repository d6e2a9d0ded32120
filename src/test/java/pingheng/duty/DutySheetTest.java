package pingheng.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.value.PointCode;

/** Layouts that offices use are read; what is wrong is refused at its cell, all of it at once. */
class DutySheetTest {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/duty.golden.txt");

    @ParameterizedTest
    @CsvSource({
        "区教育局, 区教育局",
        "教育局, 区教育局",
        "教育, 区教育局",
        "番禺区教育局, 区教育局",
        "区教育局（承办）, 区教育局",
        "市公安局番禺区分局, 市公安局番禺区分局",
        "公安分局, 市公安局番禺区分局",
        "区公安分局, 市公安局番禺区分局",
        "公安局番禺分局, 市公安局番禺区分局",
        "公安局, 市公安局番禺区分局",
        "区卫生健康委, 区卫生健康局",
        "卫健委, 区卫生健康局",
        "区人社局, 区人力资源和社会保障局",
        "区规划和自然资源分局, 市规划和自然资源局番禺区分局",
        "残联, 区残疾人联合会",
        "区委办公室（教育承办）, 区委办公室",
        "领导小组办公室（区政府教育督导室）, 领导小组办公室（区政府教育督导室）",
        "区政府教育督导室, 领导小组办公室（区政府教育督导室）",
        "市桥街道, 市桥街道办事处",
        "团委, 共青团番禺区委",
        "区 财 政 局, 区财政局"
    })
    void aBodyIsKnownByEveryNameThatOfficesWrite(String written, String meant) {
        var given = Given.rows("5.1.2\t" + written + "\t区统计局");

        assertThat(given.told()).isEmpty();
        assertThat(given.read()).containsExactly("5.1.2: " + meant + " < 区统计局");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"、", "；", ";", "，", ","})
    void severalBodiesStandInOneCell(String separator) {
        var given = Given.rows("5.1.2\t财政\t教育" + separator + "编办" + separator + "区统计局");

        assertThat(given.read()).containsExactly("5.1.2: 区财政局 < 区教育局+区委编办+区统计局");
    }

    @Test
    void lineBreaksInsideACellPartBodiesToo() {
        var given = Given.rows("5.1.2\t财政\t\"区教育局\n区统计局\"");

        assertThat(given.read()).containsExactly("5.1.2: 区财政局 < 区教育局+区统计局");
    }

    @Test
    void aGroupIsEveryBodyOfItsKindButTheLead() {
        var given = Given.rows("1.2.1\t教育\t宣传、各镇（街）", "1.4.2\t南村镇\t镇街");

        assertThat(given.read())
                .containsExactly(
                        "1.2.1: 区教育局 < 区委宣传部+市桥街道办事处+大石街道办事处+南村镇人民政府+石楼镇人民政府+化龙镇人民政府",
                        "1.4.2: 南村镇人民政府 < 市桥街道办事处+大石街道办事处+石楼镇人民政府+化龙镇人民政府");
    }

    @Test
    void aGroupWithoutBodiesIsGivenToNobodyAndToldSo() {
        var given = Given.rows("2.3.1\t督导室\t各责任部门、教育");

        assertThat(given.read()).containsExactly("2.3.1: 领导小组办公室（区政府教育督导室） < 区教育局");
        assertThat(given.warnings()).anyMatch(one -> one.contains("第 2 行的「各责任部门」"));
    }

    @Test
    void aTitleTwoRowsOfHeadingMergedCellsAndNotesBelowAreNoTrouble() {
        var bytes = Given.workbook(sheet -> {
            sheet.value(0, 0, "番禺区履行教育职责评价工作任务分工表");
            sheet.range(0, 0, 0, 6).merge();
            var heading = new String[] {"一级指标", "二级指标", "观测点", "责任分工", "", "联络员", "备注"};
            for (int i = 0; i < heading.length; i++) {
                if (!heading[i].isEmpty()) sheet.value(1, i, heading[i]);
                if (i < 3 || i > 4) sheet.range(1, i, 2, i).merge();
            }
            sheet.range(1, 3, 1, 4).merge();
            sheet.value(2, 3, "负责单位");
            sheet.value(2, 4, "协助单位");
            sheet.value(3, 0, "五、经费投入");
            sheet.range(3, 0, 5, 0).merge();
            sheet.value(3, 1, "教育投入");
            sheet.range(3, 1, 5, 1).merge();
            sheet.value(3, 3, "区财政局");
            sheet.range(3, 3, 5, 3).merge();
            sheet.value(3, 2, "5.1.1 第一点");
            sheet.value(4, 2, "5.1.2　第二点");
            sheet.value(
                    5,
                    2,
                    Given.FRAMEWORK
                            .point(new PointCode("5.1.3"))
                            .orElseThrow()
                            .title()
                            .zh());
            sheet.value(3, 4, "教育局、统计局");
            sheet.value(4, 4, "教育局");
            sheet.value(5, 4, "教育局");
            sheet.value(3, 5, "林晓岚");
            sheet.value(6, 0, "注：各单位须于 8 月 20 日前报送。");
            sheet.range(6, 0, 6, 6).merge();
        });
        var given = Given.file("附件1.xlsx", bytes);

        assertThat(given.told()).isEmpty();
        assertThat(given.read()).containsExactly("5.1.1: 区财政局 < 区教育局+区统计局", "5.1.2: 区财政局 < 区教育局", "5.1.3: 区财政局 < 区教育局");
        assertThat(given.contacts()).containsExactly("林晓岚", "", "");
    }

    @Test
    void theTableMayStandInAnySheetAndItsColumnsInAnyOrder() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "先看这里");
            var sheet = workbook.newWorksheet("分工");
            sheet.value(0, 0, "协办单位");
            sheet.value(0, 1, "主责单位");
            sheet.value(0, 2, "编号");
            sheet.value(1, 0, "教育");
            sheet.value(1, 1, "财政");
            sheet.value(1, 2, "５．１．２");
        }

        assertThat(Given.file("a.xlsx", bytes.toByteArray()).read()).containsExactly("5.1.2: 区财政局 < 区教育局");
    }

    @Test
    void aTextOfAnOldSpreadsheetInGb18030IsRead() {
        var bytes = "编号,牵头单位,配合单位\n5.1.2,财政,教育\n".getBytes(Charset.forName("GB18030"));

        assertThat(Given.file("a.csv", bytes).read()).containsExactly("5.1.2: 区财政局 < 区教育局");
    }

    @Test
    void pointsThatAreMissingAreWarnedOfAndNotRefused() {
        var given = Given.rows("5.1.2\t财政\t教育");

        assertThat(given.told()).isEmpty();
        assertThat(given.warnings()).anyMatch(one -> one.startsWith("表中没有 53 个观测点") && one.contains("5.1.1"));
    }

    @Test
    void aSurveyedPointMayStandInTheTableWithNobodyBesideIt() {
        assertThat(Given.rows("7.1.1\t\t", "5.1.2\t财政\t/").read()).containsExactly("5.1.2: 区财政局 < ");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAtItsCell() throws IOException {
        var given = Given.rows(
                "5.1.1\t区财攻局\t教育",
                "5.1.2\t财政、教育\t",
                "5.1.3\t\t教育",
                "5.1.4\t发改\t区发改局、教育",
                "5.1.5\t财政\t教育",
                "5.1.5\t财政\t教育",
                "9.9.9\t财政\t教育",
                "\t财政\t教育",
                "7.1.1\t宣传\t教育",
                "1.4.2\t镇街\t公安",
                "2.3.1\t各责任部门\t",
                "1.3.1\t省督导室\t教育",
                "1.3.2\t=HYPERLINK(\"http://x\")\t教育");
        var told = String.join("\n", given.told()) + "\n";
        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, told);

        assertThat(told).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void aCodeBesideTheTitleOfAnotherPointIsRefused() {
        var title = Given.FRAMEWORK
                .point(new PointCode("5.1.2"))
                .orElseThrow()
                .title()
                .zh();
        var given = Given.text("a.tsv", "编号\t观测点\t牵头单位\n5.1.1\t" + title + "\t财政\n");

        assertThat(given.found()).containsExactly("2 观测点 duty.other-title");
    }

    @Test
    void columnsThatWereSwappedAreRefusedByTheirNames() {
        var given = Given.text("a.tsv", "编号\t牵头单位\n区财政局\t5.1.1\n区教育局\t5.1.2\n");

        assertThat(given.found()).containsExactly("2 编号 duty.point-unknown", "3 编号 duty.point-unknown");
    }

    @Test
    void aTableThatNamesNoPointsIsRefusedOnce() {
        var given = Given.text("a.tsv", "序号\t牵头单位\n1\t财政\n2\t教育\n3\t教育\n");

        assertThat(given.found()).containsExactly("2 编号 duty.no-points");
    }

    @Test
    void anotherTableIsRefusedByTheHeadingThatIsMissing() {
        var given = Given.text("schools.tsv", "学校代码\t学校名称\n1\t甲\n");

        assertThat(given.found()).containsExactly("0 null sheet.no-heading");
        assertThat(given.told().getFirst()).contains("牵头单位");
    }

    @Test
    void twoColumnsOfLeadsAreRefused() {
        var given = Given.text("a.tsv", "编号\t牵头单位\t责任单位\n5.1.1\t财政\t教育\n");

        assertThat(given.found()).containsExactly("1 牵头单位 sheet.column-twice");
    }

    @Test
    void aFormulaIsRefusedByItsColumn() {
        var bytes = Given.workbook(sheet -> {
            sheet.value(0, 0, "编号");
            sheet.value(0, 1, "牵头单位");
            sheet.value(1, 0, "5.1.1");
            sheet.formula(1, 1, "WEBSERVICE(\"http://x\")");
        });

        assertThat(Given.file("a.xlsx", bytes).found()).containsExactly("2 null xlsx.formula");
    }

    @Test
    void twoHundredThousandRowsAreRefusedBeforeTheyAreKept() {
        var text = "编号\t牵头单位\n" + "5.1.1\t财政\n".repeat(200_000);

        assertThat(Given.text("a.tsv", text).found()).containsExactly("10001 null sheet.rows");
    }

    @Test
    void aZipThatUnpacksWithoutEndIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            for (int megabyte = 0; megabyte < 300; megabyte++) zip.write(new byte[1 << 20]);
        }

        assertThat(Given.file("a.xlsx", bytes.toByteArray()).found()).containsExactly("0 null xlsx.bomb");
    }

    @Test
    void aFileThatIsNoTableIsRefusedInWords() {
        assertThat(Given.file("a.xlsx", "%PDF-1.7\n%\u0000".getBytes(StandardCharsets.UTF_8))
                        .found())
                .containsExactly("2 null sheet.not-text");
        assertThat(Given.file("a.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})
                        .found())
                .containsExactly("0 null xlsx.old");
        assertThat(Given.file("a.xlsx", new byte[] {'P', 'K', 3, 4, 0}).found()).hasSize(1);
        assertThat(Given.file("a.xlsx", new byte[0]).found()).containsExactly("0 null sheet.no-heading");
    }

    @Test
    void aFileOfMoreThanTenMegabytesIsNotRead() {
        assertThat(Given.file("a.tsv", new byte[(10 << 20) + 1]).found()).containsExactly("0 null sheet.too-large");
    }

    @Test
    void thousandsOfMergedCellsOnTopOfEachOtherAreReadInTime() {
        var bytes = Given.workbook(sheet -> {
            sheet.value(0, 0, "编号");
            sheet.value(0, 1, "牵头单位");
            sheet.value(1, 0, "5.1.1");
            sheet.value(1, 1, "财政");
            sheet.range(2, 0, 3, 500).merge();
        });
        var merges = IntStream.range(0, 9_000)
                .mapToObj(i -> "<mergeCell ref=\"A3:XFD" + (9_000 + i) + "\"/>")
                .collect(Collectors.joining());

        var given = Given.file("a.xlsx", Given.changed(bytes, "</mergeCells>", merges + "</mergeCells>"));
        assertThat(given.read()).containsExactly("5.1.1: 区财政局 < ");
    }

    @Test
    void moreMergedCellsThanAnyTableHasAreRefused() {
        var bytes = Given.workbook(sheet -> {
            sheet.value(0, 0, "编号");
            sheet.value(0, 1, "牵头单位");
            sheet.range(2, 0, 3, 1).merge();
        });
        var merges = "<mergeCell ref=\"A9:B9\"/>".repeat(10_001);

        var given = Given.file("a.xlsx", Given.changed(bytes, "</mergeCells>", merges + "</mergeCells>"));
        assertThat(given.found()).containsExactly("0 null xlsx.merge");
    }
}
