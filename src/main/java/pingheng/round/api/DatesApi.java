package pingheng.round.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pingheng.round.Plan.Rescheduled;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/dates/{stage}")
@Tag(name = "年度与单位 Rounds and units")
class DatesApi {
    private final Rounds rounds;

    DatesApi(Rounds rounds) {
        this.rounds = rounds;
    }

    /** A county's own day for a stage of its own. */
    record OwnDate(LocalDate due) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "本单位自定的期限 · A unit's own date for a stage of its own")
    void set(RequestContext context, @PathVariable Stage stage, @RequestBody OwnDate date) {
        rounds.remind(context, stage, date.due());
    }

    @PostMapping("/extensions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "批准延期 · Grant an extension")
    void extend(RequestContext context, @PathVariable Stage stage, @RequestBody Rescheduled extended) {
        rounds.extend(context, stage, extended);
    }
}
