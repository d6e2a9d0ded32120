package pingheng.duty;

import java.util.List;
import pingheng.problem.Place;
import pingheng.value.PointCode;

/** One point of a responsibility table as it was read: who leads, who cooperates, by their full names. */
public record DutyRow(
        PointCode point,
        List<String> lead,
        List<String> cooperating,
        List<String> notes,
        String contact,
        Place place) {}
