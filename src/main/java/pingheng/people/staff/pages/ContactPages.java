package pingheng.people.staff.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pingheng.page.Page;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.acts.Prepared;
import pingheng.people.pages.Uploaded;
import pingheng.people.staff.Contacts;
import pingheng.people.staff.ContactsSheet;
import pingheng.people.staff.ContactsTemplate;
import pingheng.people.staff.Offices;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.UnitCode;

/** Many at once: the contacts of a unit by a table, the offices of the province. */
@Controller
class ContactPages {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final People people;
    private final Contacts contacts;
    private final Offices offices;

    ContactPages(People people, Contacts contacts, Offices offices) {
        this.people = people;
        this.contacts = contacts;
        this.offices = offices;
    }

    @GetMapping("/people/{unit:[0-9]{6}}/contacts.xlsx")
    void template(Visitor visitor, Unit unit, HttpServletResponse response) throws IOException {
        Refused.on(contacts.whyNotTake(visitor, unit));
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"contacts.xlsx\"");
        ContactsTemplate.write(
                people.bodies(unit.code()),
                people.posts(unit.code()),
                people.holders(unit.code()),
                response.getOutputStream());
    }

    @PostMapping("/people/{unit:[0-9]{6}}/contacts")
    Prepared<Page> take(Visitor visitor, Unit unit, @RequestParam MultipartFile file, HttpServletRequest request) {
        Refused.on(contacts.whyNotTake(visitor, unit));
        var known = contacts.known(unit);
        var findings = new Findings();
        var read = new Uploaded(file).read(ContactsSheet.TABLE, findings, folder -> ContactsSheet.read(folder, known));
        return new Prepared.Writes<>(() -> {
            var taken = contacts.take(visitor, unit, read);
            var told = Sentence.of(
                    "已导入：%1$d 人次到任，%2$d 行与现状相同，%3$d 张新口令",
                    "Imported: %1$d put on posts, %2$d rows as they were, %3$d new slips",
                    taken.appointed(),
                    taken.unchanged(),
                    taken.slips().size());
            return PostPages.slips(taken.slips(), findings.after(told), unit, "/people/" + unit.code(), request);
        });
    }

    @GetMapping("/people/offices")
    Page offices(Visitor visitor) {
        Refused.on(visitor.whyNotProvince());
        return new OfficesPage(visitor, people.spans(), offices.missing(), visitor.whyNotProvince());
    }

    @PostMapping("/people/offices")
    Page open(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<UnitCode> unit,
            HttpServletRequest request) {
        var slips = offices.open(visitor, unit == null ? List.of() : unit);
        return PostPages.slips(
                slips,
                Sentence.of("已设立 %d 个领导小组办公室", "%d offices are made", slips.size()),
                people.seen(visitor, visitor.unit()),
                "/people/offices",
                request);
    }
}
