package pingheng.submission.pages;

import org.springframework.stereotype.Component;
import pingheng.figure.ReportedFigures;
import pingheng.ledger.Ledger;
import pingheng.people.People;

/** What a page of the self-evaluation shows beside it: reported figures, names of bodies, what happened. */
@Component
record Beside(ReportedFigures figures, People people, Ledger ledger) {}
