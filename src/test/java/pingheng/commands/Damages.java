package pingheng.commands;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What can be wrong with a folder: each damage by the name under which the golden file tells what is said of it. */
final class Damages {
    private final Map<String, Damage> all = new LinkedHashMap<>();

    /** Damages a good folder. */
    interface Damage {
        void to(Path folder) throws IOException;
    }

    /** Writes a sheet. */
    interface Filling {
        void of(Worksheet sheet);
    }

    static Map<String, Damage> all() {
        var damages = new Damages();
        damages.files();
        damages.workbooks();
        damages.framework();
        damages.formulas();
        damages.values();
        damages.judgements();
        return damages.all;
    }

    private void files() {
        all.put("no such table", folder -> Files.delete(folder.resolve("judgements.tsv")));
        all.put("an empty table", folder -> Files.writeString(folder.resolve("judgements.tsv"), ""));
        all.put("a table twice", folder -> Files.copy(folder.resolve("units.tsv"), folder.resolve("units.csv")));
        all.put(
                "a zip called tsv",
                folder -> Files.write(folder.resolve("units.tsv"), new byte[] {'P', 'K', 3, 4, 0, 0}));
        all.put(
                "neither UTF-8 nor GB18030",
                folder -> Files.write(folder.resolve("units.tsv"), new byte[] {'c', (byte) 0xFF, (byte) 0xFF, '\n'}));
        replace("a quote that is not closed", "units", "番禺区", "\"番禺区");
        replace("a column that is missing", "county/points", "分值|points", "x", "points", "score");
        replace("a mistyped column", "figures", "period", "perid");
        replace("a column twice", "units", "parent", "region");
        replace("two columns swapped", "figures", "period\tvalue", "value\tperiod");
        replace("a cell beyond the heading", "units", "440100\t珠三角\n440114", "440100\t珠三角\t多余\n440114");
    }

    private void workbooks() {
        workbook("another workbook", "units", sheet -> {
            sheet.value(0, 0, "采购清单");
            sheet.value(1, 0, "粉笔");
        });
        workbook("merged cells", "units", sheet -> {
            units(sheet);
            sheet.range(1, 4, 2, 4).merge();
        });
        workbook("a formula instead of a value", "units", sheet -> {
            units(sheet);
            sheet.formula(1, 0, "440112+1");
        });
        all.put("a text called xlsx", folder -> {
            Files.delete(folder.resolve("units.tsv"));
            Files.writeString(folder.resolve("units.xlsx"), "code,name\n");
        });
        all.put("an old workbook", folder -> {
            Files.delete(folder.resolve("units.tsv"));
            Files.write(
                    folder.resolve("units.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        });
        all.put("a workbook cut off", folder -> {
            workbookOf(folder, "units", Damages::units);
            var whole = Files.readAllBytes(folder.resolve("units.xlsx"));
            Files.write(folder.resolve("units.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
        });
        all.put("a zip bomb", folder -> {
            Files.delete(folder.resolve("units.tsv"));
            bomb(folder.resolve("units.xlsx"));
        });
    }

    private void framework() {
        replace(
                "points do not add up to 57 = 28 + 29",
                "county/settings",
                "points\t5",
                "points\t57",
                "qualitative\t1",
                "qualitative\t28");
        replace("points do not add up to the total", "county/settings", "total\t12", "total\t100");
        replace("parts do not add up to the point", "county/rules", "2.1\t\t3", "2.1\t\t2");
        replace("elements do not add up to the part", "county/items", "1.1\t\t1\t1", "1.1\t\t1\t0.5");
        replace("a point twice", "county/points", "2.2\t普及", "2.1\t普及");
        replace("a figure twice", "county/figures", "pop\t人口数", "kids\t人口数");
        replace("an unknown department", "county/points", "区教育局\t镇(街)", "区教育局\t区气象局");
        replace("an unknown kind of rule", "county/rules", "linear", "curved");
        replace("a parameter the rule does not read", "county/rules", "<= 0.5", "<= 0.5\t>= 1");
        replace("tiers that overlap", "county/items", ">= -5[万元]", ">= 5[万元]");
        replace("a target equal to the floor", "county/rules", "<= 60%", "<= 85%");
        replace("a tier above the points of its part", "county/items", "2.3\t\t1\t1", "2.3\t\t1\t9");
        replace("a point without a rule", "county/rules", "2.2\t\t2", "2.9\t\t2");
        replace("items without a part", "county/items", "2.3", "2.8");
        replace("grades out of order", "county/grades", "10\t合格", "-1\t合格");
        replace("a framework for another level", "county/settings", "level\tcounty", "level\tcity");
        replace("a framework for the province", "county/settings", "level\tcounty", "level\tprovince");
        replace("an unknown setting", "county/settings", "deliberation", "deliberations");
        all.put(
                "a published framework that was changed",
                folder -> Files.writeString(
                        folder.resolve("county/published.tsv"),
                        "digest\tpublished\n" + "0".repeat(64) + "\t2020-03-01\n"));
    }

    private void formulas() {
        replace("an unknown figure", "county/rules", "spend - previous(spend)", "spent - previous(spend)");
        replace("万元 against 元", "county/rules", "spend - previous(spend)", "spend - in(previous(spend), [元])");
        replace("a percentage against a bare number", "county/rules", ">= 85%\t<= 60%", ">= 0.85\t<= 0.60");
        replace("a division that can meet zero", "county/figures", "2019/20\t\tyes\t人口统计", "2019/20\t\t\t人口统计");
        replace("figures in a circle", "county/figures", "percent(kids, pop)", "rate + rate");
        replace("a figure nobody uses", "county/rules", "share >= 0%", "");
        replace("earlier periods that are not reported", "county/rules", "previous(spend)", "previous(spend, 2)");
        replace("a formula that is not finished", "county/rules", "cv(books, pupils, primary)", "cv(books, pupils");
        replace(
                "5,000 brackets",
                "county/rules",
                "spend - previous(spend)",
                "(".repeat(5000) + "spend" + ")".repeat(5000));
        replace("a figure of schools by itself", "county/rules", "cv(books, pupils, primary)", "books / pupils");
        replace("schools without levels", "county/figures", "\tschool\tprimary\t", "\tschool\t\t");
    }

    private void values() {
        replace("a dash for a figure", "figures", "\t101.5", "\t—");
        replace("0.85 for 85 %", "figures", "\t85\t", "\t0.85\t");
        replace("1e400", "figures", "\t101.5", "\t1e400");
        replace("forty digits", "figures", "\t101.5", "\t" + "1234567890".repeat(4));
        replace("a number below zero", "figures", "\t101.5", "\t-101.5");
        replace("zero where it divides", "figures", "\t10000\t", "\t0\t");
        replace("half a child", "figures", "\t8500", "\t8500.5");
        replace("neither yes nor no", "figures", "\t否", "\t也许");
        replace("another period", "figures", "2018\t100\t\t\n440113\t\tshare", "2017\t100\t\t\n440113\t\tshare");
        replace(
                "reported twice",
                "figures",
                "spend\t\t2018\t100\t\t\n440113\t\tshare",
                "spend\t\t2019\t100\t\t\n440113\t\tshare");
        replace("a unit nobody knows", "figures", "440114\t\tincident", "440999\t\tincident");
        replace("confirmed without a reason", "figures", "核对学籍", "");
        replace("a member that does not exist", "figures", "440113\t\tkids\t", "440113\t\tkids\tprimary");
        replace("a school twice", "schools", "b\t第二小学\tprimary\t137", "a\t第二小学\tprimary\t137");
        replace("a school level nobody asks for", "schools", "440113\tb\t第二小学\tprimary", "440113\tb\t第二小学\tsenior");
        replace("a column of schools nobody asks for", "schools", "books", "computers");
        replace("more answers than forms", "survey", "200\t160", "100\t160");
        replace("answers that do not add up", "survey", "\t150\t4", "\t140\t4");
        replace("a deliberation mark of 6", "deliberation", "甲\t4", "甲\t6");
        replace("recused without a reason", "deliberation", "联系该县", "");
        replace("a division code of five digits", "units", "440113\t番", "44011\t番");
        replace("the province among those evaluated", "units", "番禺区\tcounty", "番禺区\tprovince");
        replace("a name that is a formula", "units", "番禺区", "=HYPERLINK(1)");
    }

    private void judgements() {
        replace("an unknown point", "judgements", "440113\tprovince\t2.1", "440113\tprovince\t9.9");
        replace("too many marks", "judgements", "1 0.5", "1 0.5 1");
        replace("a mark above one", "judgements", "1 0.5", "1 1.5");
        replace("judged twice", "judgements", "440113\tprovince\t2.2", "440113\tprovince\t2.1");
        replace("a score above the point", "judgements", "2.1\tagree\t\t", "2.1\tscore\t\t4");
        replace("a survey point judged", "judgements", "440113\tprovince\t2.3", "440113\tprovince\t3.1");
        replace(
                "the city adopted by the visit",
                "judgements",
                "440114\tonsite\t1.1\tmarks\t1 0",
                "440114\tonsite\t1.1\tadopt_city\t");
        replace("an unknown decision", "judgements", "2.3\tagree", "2.3\tmaybe");
        all.put(
                "a judged adjustment nobody knows",
                folder -> Files.writeString(folder.resolve("triggered.tsv"), "unit\tcode\treason\n440113\tfire\t起火\n"));
    }

    private void replace(String name, String table, String... pairs) {
        all.put(name, folder -> {
            var file = folder.resolve(table + ".tsv");
            var text = Files.readString(file);
            for (int i = 0; i < pairs.length; i += 2) text = text.replace(pairs[i], pairs[i + 1]);
            Files.writeString(file, text);
        });
    }

    private void workbook(String name, String table, Filling filling) {
        all.put(name, folder -> workbookOf(folder, table, filling));
    }

    private static void workbookOf(Path folder, String table, Filling filling) throws IOException {
        Files.delete(folder.resolve(table + ".tsv"));
        try (var out = Files.newOutputStream(folder.resolve(table + ".xlsx"));
                var workbook = new Workbook(out, "test", "1.0")) {
            filling.of(workbook.newWorksheet("Sheet1"));
        }
    }

    private static void units(Worksheet sheet) {
        String[][] rows = {
            {"code", "name", "level", "parent", "region"},
            {"440113", "番禺区", "county", "440100", "珠三角"},
            {"440114", "花都区", "county", "440100", "珠三角"}
        };
        for (int i = 0; i < rows.length; i++) for (int j = 0; j < rows[i].length; j++) sheet.value(i, j, rows[i][j]);
    }

    /** The same table in the encoding of older offices; it is read like any other. */
    static void inGb18030(Path folder) throws IOException {
        var file = folder.resolve("units.tsv");
        Files.write(file, Files.readString(file, StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030")));
    }

    private static void bomb(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
            var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) zip.write(spaces);
        }
    }
}
