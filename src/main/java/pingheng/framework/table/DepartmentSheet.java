package pingheng.framework.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import pingheng.framework.Department;
import pingheng.framework.Departments;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;

/** Reads the kinds of department a framework names, with the other names offices write for them. */
final class DepartmentSheet {
    private static final List<Column> COLUMNS = List.of(
            Column.required("kind", "部门类别", "类别"),
            Column.optional("zh", "名称"),
            Column.optional("en", "英文"),
            Column.optional("group", "是否群体"),
            Column.optional("aliases", "别名"));

    private DepartmentSheet() {}

    static Departments read(Folder folder) {
        var departments = new LinkedHashMap<String, Department>();
        folder.read("departments", COLUMNS, row -> {
            var department = department(row);
            if (departments.putIfAbsent(department.kind(), department) != null)
                row.refuse(
                        "kind",
                        "departments.twice",
                        "部门类别 %s 重复出现，请删去一行",
                        "the kind %s stands here twice: delete one of the rows",
                        department.kind());
        });
        return new Departments(departments.values());
    }

    private static Department department(SheetRow row) {
        var names = Arrays.stream((row.word("aliases") + ";" + row.word("zh")).split("[;、]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new Department(row.required("kind"), row.text("en"), row.yes("group"), names);
    }
}
