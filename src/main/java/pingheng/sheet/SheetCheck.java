package pingheng.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import pingheng.problem.Finding;
import pingheng.problem.Place;
import pingheng.problem.Sentence;
import pingheng.text.Excerpt;

/** Looks at the cells of one sheet before they are read: merged ranges, formulas, error values, cells out of bounds. */
final class SheetCheck {
    private static final int MOST_TROUBLES = 20;

    /** More than any number needs; what is longer is never made a number. */
    private static final int LONGEST_NUMBER = 64;

    private static final int MOST_MERGED = 10_000;

    private static final Pattern RANGE =
            Pattern.compile("([A-Za-z]{1,3})([1-9][0-9]{0,6}):([A-Za-z]{1,3})([1-9][0-9]{0,6})");

    private static final Pattern REFERENCE = Pattern.compile("([A-Za-z]{1,3})([1-9][0-9]{0,6})");

    private final List<Trouble> troubles = new ArrayList<>();
    private final Map<String, Formulas> formulas = new TreeMap<>();
    private final StringBuilder value = new StringBuilder();
    private final List<Merged> ranges = new ArrayList<>();
    private String merged = "";
    private int mergedCount;
    private boolean inData;
    private boolean inRow;
    private boolean inCell;
    private boolean inValue;
    private final BitSet hidden = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private int row;
    private int cells;
    private int column;
    private String type = "";
    private long strings;

    private record Trouble(int row, String code, Sentence sentence) {}

    /** The formulas of one column. */
    private record Formulas(int first, int last, int count) {}

    /** Cells that look like one, and hold what the first of them holds. */
    record Merged(int top, int left, int bottom, int right) {}

    /**
     * What is wrong with a sheet; its merged ranges are, too, unless its reader resolves them. What does not show is no trouble: rows,
     * columns (from 0 on), or the whole sheet ({@code unseen}).
     */
    record Found(
            List<Finding> troubles,
            List<Finding> whyMerged,
            List<Merged> merged,
            BitSet hidden,
            BitSet hiddenColumns,
            boolean unseen) {
        static final Found NOTHING = new Found(List.of(), List.of(), List.of(), new BitSet(), new BitSet(), false);

        Found {
            troubles = List.copyOf(troubles);
            whyMerged = List.copyOf(whyMerged);
            merged = List.copyOf(merged);
        }
    }

    void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "mergeCell" -> merge(attribute(xml, "ref"));
            case "col" -> {
                if (doesNotShow(xml)) hide(attribute(xml, "min"), attribute(xml, "max"));
            }
            case "sheetData" -> inData = true;
            case "row" -> {
                if (inData) row(attribute(xml, "r"));
                if (inRow && doesNotShow(xml)) hidden.set(Math.min(row, Source.MOST_ROWS));
            }
            case "c" -> {
                if (inRow) cell(attribute(xml, "r"), attribute(xml, "t"));
            }
            case "f" -> {
                if (inCell) formula();
            }
            case "v" -> {
                value.setLength(0);
                inValue = inCell;
            }
            default -> {}
        }
    }

    void text(XMLStreamReader xml) {
        if (!inValue || value.length() > LONGEST_NUMBER) return;
        int wanted = Math.min(xml.getTextLength(), LONGEST_NUMBER + 1);
        value.append(xml.getTextCharacters(), xml.getTextStart(), wanted);
    }

    void end(String element) {
        switch (element) {
            case "sheetData" -> inData = false;
            case "row" -> inRow = false;
            case "c" -> inCell = false;
            case "v" -> {
                if (inValue) value();
                inValue = false;
            }
            default -> {}
        }
    }

    /** What is wrong with the sheet, told at its place; a sheet may use only as many shared strings as there are. */
    Found found(Place place, long sharedStrings, boolean unseen) {
        var findings = new ArrayList<Finding>();
        formulas.forEach((column, run) -> {
            if (findings.size() < MOST_TROUBLES) findings.add(formulas(place, column, run));
        });
        for (var trouble : troubles)
            findings.add(new Finding(place.row(trouble.row()), trouble.code(), trouble.sentence()));
        if (strings > sharedStrings)
            findings.add(finding(
                    place,
                    "xlsx.xml",
                    "工作表引用了不存在的文字；请用 Excel 或 WPS 另存为 xlsx",
                    "the sheet names texts that are not there: save it anew as xlsx"));
        var whyMerged = mergedCount == 0 ? List.<Finding>of() : List.of(whyMerged(place));
        return new Found(findings, whyMerged, ranges, hidden, hiddenColumns, unseen);
    }

    /** Hidden by a filter or by hand, or of no height or width. */
    private static boolean doesNotShow(XMLStreamReader xml) {
        return attribute(xml, "hidden").matches("1|true")
                || attribute(xml, "ht").matches("0(\\.0*)?")
                || attribute(xml, "width").matches("0(\\.0*)?");
    }

    private void hide(String first, String last) {
        if (!first.matches("[1-9][0-9]{0,6}") || !last.matches("[1-9][0-9]{0,6}")) return;
        int from = Math.min(Integer.parseInt(first), Source.MOST_COLUMNS);
        int to = Math.min(Integer.parseInt(last), Source.MOST_COLUMNS);
        if (from <= to) hiddenColumns.set(from - 1, to);
    }

    private Finding whyMerged(Place place) {
        return finding(
                place,
                "xlsx.merged",
                "有合并单元格 %1$s（共 %2$d 处）；请取消合并，每格各填各的值",
                "there are merged cells, %1$s (%2$d in all): unmerge them and fill in every cell",
                merged,
                mergedCount);
    }

    private static Finding formulas(Place place, String column, Formulas run) {
        return finding(
                place.row(run.first()),
                "xlsx.formula",
                "%1$s%2$d 至 %1$s%3$d 有 %4$d 个公式；请复制后选择性粘贴为数值",
                "there are formulas, %4$d between %1$s%2$d and %1$s%3$d: copy and paste them as values",
                column,
                run.first(),
                run.last(),
                run.count());
    }

    private void merge(String reference) {
        if (mergedCount++ == 0) merged = Excerpt.of(reference);
        var parts = RANGE.matcher(reference);
        if (mergedCount > MOST_MERGED || !parts.matches()) {
            row = 0; // the ranges stand below all rows
            trouble("xlsx.merge", "合并单元格过多或有误；请取消合并后再交", "too many merged cells, or broken ones: unmerge them");
        } else
            ranges.add(new Merged(
                    Integer.parseInt(parts.group(2)),
                    column(parts.group(1) + 1),
                    Integer.parseInt(parts.group(4)),
                    column(parts.group(3) + 1)));
    }

    private void row(String number) {
        inRow = true;
        cells = 0;
        column = 0;
        int next = number.isEmpty() ? row + 1 : number.matches("[0-9]{1,8}") ? Integer.parseInt(number) : 0;
        if (next <= row) trouble("xlsx.xml", "行号混乱；请另存后再交", "the rows are out of order: save the workbook anew");
        else if (next > Source.MOST_ROWS)
            trouble(
                    "sheet.rows",
                    "超过 %d 行，请删去下方无用的行",
                    "more than %d rows: delete the stray ones below",
                    Source.MOST_ROWS);
        row = Math.max(next, row + 1);
    }

    private void cell(String reference, String kind) {
        inCell = true;
        type = kind;
        column = reference.isEmpty() ? column + 1 : column(reference);
        if (column == 0) trouble("xlsx.xml", "单元格编号有误；请另存后再交", "a cell has no proper name: save the workbook anew");
        if (++cells > Source.MOST_COLUMNS || column > Source.MOST_COLUMNS)
            trouble(
                    "sheet.columns",
                    "超过 %d 列，请删去右侧无用的格",
                    "more than %d columns: delete the stray cells to the right",
                    Source.MOST_COLUMNS);
        if (!List.of("", "n", "s", "b", "e", "str", "inlineStr").contains(kind))
            trouble(
                    "xlsx.kind",
                    "单元格类型「%s」无法读取；请另存为普通 xlsx（不要选 Strict）",
                    "cells of the kind “%s” cannot be read: save it as a plain xlsx (not Strict)",
                    Excerpt.of(kind));
    }

    private void formula() {
        formulas.merge(
                letters(column),
                new Formulas(row, row, 1),
                (known, one) -> new Formulas(known.first(), one.last(), known.count() + 1));
    }

    private void value() {
        var text = value.toString().strip();
        switch (type) {
            case "s" -> strings = Math.max(strings, text.matches("[0-9]{1,9}") ? Long.parseLong(text) + 1 : 1L << 40);
            case "e" ->
                trouble(
                        "xlsx.error",
                        "%s%d 是错误值 %s；请改正",
                        "%s%d is an error value %s: correct it",
                        letters(column),
                        row,
                        text);
            case "str", "inlineStr" -> {}
            default -> {
                if (text.length() > LONGEST_NUMBER)
                    trouble(
                            "sheet.number",
                            "%s%d 不是数：%s；请只填数字",
                            "%s%d is not a number: %s; write digits only",
                            letters(column),
                            row,
                            Excerpt.of(text));
            }
        }
    }

    /** Kept once for the same row and code, and no more than {@value #MOST_TROUBLES}. */
    private void trouble(String code, String zh, String en, Object... args) {
        if (troubles.size() >= MOST_TROUBLES) return;
        if (code.equals("xlsx.error")
                || troubles.stream().noneMatch(one -> one.code().equals(code)))
            troubles.add(new Trouble(row, code, Sentence.of(zh, en, args)));
    }

    private static Finding finding(Place place, String code, String zh, String en, Object... args) {
        return new Finding(place, code, Sentence.of(zh, en, args));
    }

    private static int column(String reference) {
        var parts = REFERENCE.matcher(reference);
        if (!parts.matches()) return 0;
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) column = column * 26 + Character.toUpperCase(letter) - 'A' + 1;
        return column;
    }

    private static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) letters.insert(0, (char) ('A' + (rest - 1) % 26));
        return letters.toString();
    }

    /** An attribute without a prefix; empty when there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var space = xml.getAttributeNamespace(i);
            if ((space == null || space.isEmpty())
                    && xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
        }
        return "";
    }
}
