package pingheng.rehearsal;

import org.springframework.stereotype.Component;
import pingheng.duty.Duties;
import pingheng.people.People;
import pingheng.round.Rounds;

/** The services that set the stage of a rehearsal. */
@Component
record Stagehands(People people, Rounds rounds, Duties duties) {}
