package pingheng.rehearsal;

import org.springframework.stereotype.Component;
import pingheng.duty.Duties;
import pingheng.framework.published.Frameworks;
import pingheng.people.People;
import pingheng.round.Planning;
import pingheng.round.Rounds;

/** The services that set the stage of a rehearsal. */
@Component
record Stagehands(People people, Frameworks frameworks, Planning planning, Rounds rounds, Duties duties) {}
