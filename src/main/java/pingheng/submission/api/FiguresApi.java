package pingheng.submission.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.figure.Reported;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.figure.owner.FigureOwners;
import pingheng.figure.owner.Owner;
import pingheng.page.api.WhyNot;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.figures.Reporting;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/figures")
@Tag(name = "数据 Figures")
class FiguresApi {
    private final SelfEvaluations selfEvaluations;
    private final Reporting reporting;

    FiguresApi(SelfEvaluations selfEvaluations, Reporting reporting) {
        this.selfEvaluations = selfEvaluations;
        this.reporting = reporting;
    }

    /** A cell of the grid, who owns it, its value where it is reported, and the points whose rules read it. */
    record Figure(
            String cell,
            Sentence title,
            @Nullable String owner,
            @Nullable FigureReported value,
            Version version,
            List<PointCode> points,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    record FigureReported(
            String written, BigDecimal value, String source, Version version, Login person, OffsetDateTime at) {}

    /**
     * A value as it would be typed, on top of the version that was seen, 0 where there is none yet; without a source it keeps the one
     * it has. Or the withdrawal of what is there.
     */
    record FigureEntry(
            String cell,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String value,
            @JsonSetter(nulls = Nulls.SET) @Nullable String source,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String reason,
            @JsonSetter(nulls = Nulls.SET) @Nullable Boolean withdraw,
            Version seen) {
        Entry of(Cell at, Version version) {
            return Boolean.TRUE.equals(withdraw)
                    ? new Entry.Withdrawal(at, reason, version)
                    : new Entry.Value(at, value, source, reason, version);
        }
    }

    @GetMapping
    @Operation(summary = "应报的数据 · The figures that are asked")
    List<Figure> all(RequestContext context) {
        var own = selfEvaluations.of(context);
        var owners = reporting.owners(own);
        return reporting.readings(own).all().stream()
                .map(cell -> one(context, own, owners, cell, own.reported().get(cell.key())))
                .filter(one -> !one.points().isEmpty())
                .toList();
    }

    @PutMapping
    @Operation(
            summary = "填报数据，由报送单位，全部保存或全部不保存；withdraw 为撤回"
                    + " · Report figures, each by its owner, all or none; withdraw takes one back")
    List<Figure> report(RequestContext context, @RequestBody List<FigureEntry> entries) {
        var cells =
                reporting.readings(context).all().stream().collect(Collectors.toMap(Cell::key, Function.identity()));
        var read = new ArrayList<Entry>();
        for (var entry : entries) {
            var pointer = "#/" + read.size();
            var cell = cells.get(entry.cell());
            if (cell == null)
                throw new Refused(
                        Place.file(pointer + "/cell"),
                        "figure.cell",
                        new Sentence("没有这个数据", "There is no such figure"));
            read.add(entry.of(cell, entry.seen()));
        }
        var saved = reporting.report(context, read);
        var own = selfEvaluations.of(context);
        var owners = reporting.owners(own);
        return saved.stream()
                .map(version -> one(context, own, owners, cells.get(version.key()), version))
                .toList();
    }

    private Figure one(
            RequestContext context,
            SelfEvaluation own,
            FigureOwners owners,
            @Nullable Cell cell,
            @Nullable FigureVersion version) {
        if (cell == null) throw new IllegalStateException("no cell");
        return new Figure(
                cell.key(),
                cell.definition().title(),
                owners.of(cell.definition()).map(Owner::name).orElse(null),
                version == null
                        ? null
                        : version.reported()
                                .map(reported -> reported(context, reported))
                                .orElse(null),
                version == null ? Version.NONE : version.version(),
                Reporting.readers(own, cell),
                WhyNot.refused(Map.of("report", reporting.whyNotReport(context, own, owners, cell))));
    }

    private static FigureReported reported(RequestContext context, Reported reported) {
        return new FigureReported(
                reported.written(),
                reported.value(),
                reported.source(),
                reported.version(),
                reported.person(),
                context.at(reported.at()));
    }
}
