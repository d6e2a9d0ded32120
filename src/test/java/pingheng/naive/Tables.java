package pingheng.naive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.problem.Findings;
import pingheng.sheet.Folder;

/** The tables of a folder as plain maps of texts: the file reader is the only code shared with the program. */
record Tables(Folder folder, Findings findings) {
    static Tables of(Path directory) {
        var findings = new Findings();
        return new Tables(Folder.of(directory, findings), findings);
    }

    Tables below(String name) {
        return new Tables(folder.folder(name), findings);
    }

    List<Map<String, String>> rows(String table) {
        var rows = new ArrayList<Map<String, String>>();
        folder.readWideOptional(table, List.of(), row -> {
            var cells = new LinkedHashMap<String, String>();
            row.others().forEach((column, cell) -> cells.put(column, cell.text()));
            rows.add(cells);
        });
        findings.refuse();
        return rows;
    }

    Map<String, String> settings(String table) {
        var settings = new LinkedHashMap<String, String>();
        rows(table).forEach(row -> settings.put(text(row, "key"), text(row, "value")));
        return settings;
    }

    static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
