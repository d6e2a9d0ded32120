package pingheng.people.staff.pages;

import java.util.List;
import pingheng.page.Page;
import pingheng.people.account.Slip;
import pingheng.problem.Sentence;

/** Slips to print and cut; what they say is said here and never again. */
public record SlipsPage(Sentence told, String unit, List<Slip> slips, String address, String back) implements Page {}
