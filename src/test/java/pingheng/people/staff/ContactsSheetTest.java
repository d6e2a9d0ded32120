package pingheng.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.people.Body;
import pingheng.people.Holder;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.problem.Finding;
import pingheng.problem.Findings;
import pingheng.sheet.Folder;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

class ContactsSheetTest {
    private static final Body FINANCE =
            new Body(new BodyId(1), new UnitCode("440113"), "区财政局", "财政局", "财政", false, true);
    private static final Body OFFICE =
            new Body(new BodyId(2), new UnitCode("440113"), "领导小组办公室（区政府教育督导室）", "领导小组办公室", "督导室", false, true);
    private static final Post CHECKER = new Post(new PostId(7), "审核人", Role.CHECKER, FINANCE);
    private static final ContactsSheet.Known KNOWN = new ContactsSheet.Known(
            List.of(FINANCE, OFFICE),
            List.of(CHECKER),
            Map.of(new Login("lin"), "林晓岚"),
            List.of(new Login("lin"), new Login("taken"))::contains);

    private static final String HEADING = "单位,岗位,角色,姓名,登录名\n";

    @TempDir
    Path directory;

    private final List<Finding> found = new ArrayList<>();

    @Test
    void aTableIsReadAsItIsWrittenByHand() {
        assertThat(read(HEADING
                        + "区财政局,联系人,联系人,林晓岚,ＬＩＮ\n"
                        + " 财政局 ,审核人,checker,黄文静,huang.wj\n"
                        + "领导小组办公室(区政府教育督导室),副组长,副组长,梁沐阳,liang_my\n"))
                .containsExactly(
                        new Contact(FINANCE, "联系人", Role.CONTACT, "林晓岚", new Login("lin")),
                        new Contact(FINANCE, "审核人", Role.CHECKER, "黄文静", new Login("huang.wj")),
                        new Contact(OFFICE, "副组长", Role.LEADER, "梁沐阳", new Login("liang_my")));
        assertThat(found).isEmpty();
    }

    @Test
    void whoFillsInForABodyIsNotNamedAsItsChecker() {
        read(HEADING + "区财政局,联系人,联系人,林晓岚,lin\n区财政局,审核人,审核人,林晓岚,lin\n");
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("contacts.both");
            assertThat(finding.place().row()).isEqualTo(3);
        });
    }

    @Test
    void whatIsWrongIsToldAtItsCellAllAtOnce() {
        read(HEADING
                + "区水利局,联系人,联系人,周敏,zhou\n"
                + "区财政局,主任,领导小组办公室,吴桐,wu\n"
                + "区财政局,联系人,局长,郑浩,zheng\n"
                + "区财政局,联系人,联系人,王芳,taken\n"
                + "区财政局,联系人,联系人,王芳,lin\n"
                + "区财政局,审核人,联系人,冯涛,feng\n"
                + "区财政局,联系人,联系人,陈静,13800138000\n"
                + "区财政局,联系人,联系人,,chu\n"
                + "区财政局,联系人,联系人,=HYPERLINK(1),wei\n"
                + "区财政局,联系人,联系人,蒋雪,江雪\n");
        assertThat(found.stream()
                        .map(one -> one.place().file() + " " + one.place().row() + " "
                                + one.place().column() + " " + one.code()))
                .containsExactly(
                        "contacts.csv 2 body contacts.body",
                        "contacts.csv 3 role contacts.role",
                        "contacts.csv 4 role contacts.role",
                        "contacts.csv 5 login people.login-taken",
                        "contacts.csv 6 login contacts.other-name",
                        "contacts.csv 7 role contacts.other-role",
                        "contacts.csv 8 login people.login-phone",
                        "contacts.csv 9 name sheet.empty",
                        "contacts.csv 10 name people.name",
                        "contacts.csv 11 login people.login");
    }

    @Test
    void theSameRowTwiceIsOneTooMany() {
        read(HEADING + "区财政局,联系人,联系人,周敏,zhou\n财政局,联系人,contact,周敏,Zhou\n");
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("contacts.twice");
            assertThat(one.sentence().zh()).contains("第 2 行");
        });
    }

    @Test
    void onePersonMayHoldSeveralPostsUnderOneName() {
        assertThat(read(HEADING + "区财政局,联系人,联系人,周敏,zhou\n领导小组办公室,联系人,联系人,周敏,zhou\n"))
                .hasSize(2);
        assertThat(found).isEmpty();

        read(HEADING + "区财政局,联系人,联系人,周敏,zhou\n领导小组办公室,联系人,联系人,吴桐,zhou\n");
        assertThat(found).extracting(Finding::code).containsExactly("contacts.other-name");
    }

    @Test
    void rowsWithoutNameAndLoginAreLeftOpen() {
        assertThat(read(HEADING + "区财政局,联系人,联系人,,\n区水利局,,,,\n")).isEmpty();
        assertThat(found).isEmpty();
    }

    @Test
    void aHostileFileIsRefusedAndNeverABug() throws IOException {
        for (var hostile : List.of(
                "",
                "单位\n区财政局\n",
                HEADING + "\"区财政局,联系人\n",
                HEADING + "区财政局,联系人,联系人," + "周".repeat(500) + ",zhou\n",
                HEADING + "区财政局," + "长".repeat(100) + ",联系人,周敏,zhou\n",
                HEADING + "区财政局,联系人,联系人,周敏,zhou,多,余\n",
                HEADING + "区财政局,联系人,联系人,周敏,z'; drop table person; --\n")) {
            read(hostile);
            assertThat(found).as(hostile).isNotEmpty();
        }
        assertThat(read(HEADING + "区财政局,联系人,联系人,周\u202E敏,zhou\n"))
                .as("a mark that turns the writing is taken off")
                .extracting(Contact::name)
                .containsExactly("周敏");
        var zip = directory.resolve("contacts.xlsx");
        Files.delete(directory.resolve("contacts.csv"));
        Files.write(zip, "PK\u0003\u0004 not a workbook".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(take()).isEmpty();
        assertThat(found).isNotEmpty();
    }

    @Test
    void theTemplateComesBackWithNothingToDoAndWithWhatWasFilledIn() throws IOException {
        var out = new ByteArrayOutputStream();
        ContactsTemplate.write(List.of(FINANCE, OFFICE), List.of(CHECKER), List.of(), out);
        Files.write(directory.resolve("contacts.xlsx"), out.toByteArray());
        assertThat(take()).isEmpty();
        assertThat(found).isEmpty();

        var held = new Holder(new PostId(7), new Login("huang"), "黄文静", LocalDate.of(2020, 1, 1), true, null);
        out.reset();
        ContactsTemplate.write(List.of(FINANCE), List.of(CHECKER), List.of(held), out);
        assertThat(out.size()).isPositive();
    }

    @Test
    void aWorkbookTellsItsSheet() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", null)) {
            var sheet = workbook.newWorksheet("通讯录");
            int column = 0;
            for (var heading : List.of("部门", "职务", "角色", "姓名", "账号")) sheet.value(0, column++, heading);
            column = 0;
            for (var cell : List.of("区水利局", "联系人", "联系人", "周敏", "zhou")) sheet.value(1, column++, cell);
        }
        Files.write(directory.resolve("contacts.xlsx"), out.toByteArray());
        take();
        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.told()).contains("contacts.xlsx", "第 2 行", "「单位」列", "区水利局"));
    }

    private List<Contact> read(String csv) {
        try {
            Files.writeString(directory.resolve("contacts.csv"), csv);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return take();
    }

    private List<Contact> take() {
        found.clear();
        var findings = new Findings();
        var contacts = ContactsSheet.read(Folder.of(directory, findings), KNOWN);
        found.addAll(findings.kept());
        return contacts;
    }
}
