package pingheng.people.staff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import pingheng.people.Body;
import pingheng.people.Holder;
import pingheng.people.Post;
import pingheng.people.Role;

/** Writes the table of contacts to fill in: the bodies of the unit and their posts are there, the names are missing. */
public final class ContactsTemplate {
    private static final List<String> HEADING = List.of("单位", "岗位", "角色", "姓名", "登录名");
    private static final List<Integer> WIDTHS = List.of(36, 16, 24, 14, 22);
    private static final List<String> HOW = List.of(
            "每行一人一岗；姓名和登录名都空着的行不导入，可保留。",
            "单位写全称或简称；岗位没有的会新增；角色为 联系人、审核人 或 领导小组组长、副组长。",
            "登录名由小写字母、数字、点、横线组成，建议用姓名拼音；不要用手机号。",
            "同一人任几个岗位，就写几行，姓名和登录名相同，只发一张口令。",
            "填表的联系人与审核人应是两个人；组长、副组长不能同时任办公室负责人。",
            "One row for each person on a post. Rows without name and login are passed over.");

    private ContactsTemplate() {}

    /** Only posts on which nobody is; the usual two where a body has none. */
    public static void write(List<Body> bodies, List<Post> posts, List<Holder> holders, OutputStream out)
            throws IOException {
        var held = holders.stream().map(Holder::post).collect(Collectors.toSet());
        try (var workbook = new Workbook(out, "Pingheng", null)) {
            var sheet = workbook.newWorksheet(ContactsSheet.TABLE);
            heading(sheet);
            int row = 1;
            for (var body : bodies) {
                var own = posts.stream()
                        .filter(post -> post.body().id().equals(body.id()))
                        .toList();
                for (var post : own)
                    if (!held.contains(post.id()) && post.role().byOffice())
                        row = row(sheet, row, body, post.title(), post.role());
                if (own.isEmpty()) {
                    row = row(sheet, row, body, Role.CONTACT.title().zh(), Role.CONTACT);
                    row = row(sheet, row, body, Role.CHECKER.title().zh(), Role.CHECKER);
                }
            }
            how(workbook.newWorksheet("说明"));
        }
    }

    private static void heading(Worksheet sheet) {
        for (int column = 0; column < HEADING.size(); column++) {
            sheet.value(0, column, HEADING.get(column));
            sheet.style(0, column).bold().fillColor("DCE6F1").set();
            sheet.width(column, WIDTHS.get(column));
        }
        sheet.freezePane(0, 1);
    }

    private static int row(Worksheet sheet, int row, Body body, String title, Role role) {
        sheet.value(row, 0, body.name());
        sheet.value(row, 1, title);
        sheet.value(row, 2, role.title().zh());
        return row + 1;
    }

    private static void how(Worksheet sheet) {
        sheet.width(0, 90);
        for (int row = 0; row < HOW.size(); row++) sheet.value(row, 0, HOW.get(row));
    }
}
