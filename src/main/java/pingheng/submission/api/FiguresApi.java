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
import pingheng.figure.Reported;
import pingheng.figure.ReportedFigures;
import pingheng.page.api.WhyNot;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.pages.Where;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/figures")
@Tag(name = "数据 Figures")
class FiguresApi {
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final ReportedFigures figures;

    FiguresApi(SelfEvaluations selfEvaluations, Answers answers, ReportedFigures figures) {
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.figures = figures;
    }

    /** A cell of the grid, its value where it is reported, and the points whose rules read it. */
    record Figure(
            String cell,
            Sentence title,
            @Nullable FigureReported value,
            List<String> points,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    record FigureReported(
            String written, BigDecimal value, String source, int version, String person, OffsetDateTime at) {}

    /** A value as it would be typed, on top of the version that was seen; 0 where there is none yet. */
    record FigureEntry(
            String cell,
            String value,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String source,
            int seen) {}

    @GetMapping
    @Operation(summary = "应报的数据 · The figures that are asked")
    List<Figure> all(Where where) {
        var own = own(where);
        var reported =
                figures.of(where.round(), where.unit()).stream().collect(Collectors.toMap(Reported::key, one -> one));
        return figures.readings(own.framework()).all().stream()
                .map(cell -> one(where, own, cell, reported.get(cell.key())))
                .filter(one -> !one.points().isEmpty())
                .toList();
    }

    @PutMapping
    @Operation(summary = "填报数据，全部保存或全部不保存 · Report figures, all or none")
    List<Figure> report(Where where, @RequestBody List<FigureEntry> entries) {
        var own = own(where);
        var cells = figures.readings(own.framework()).all().stream()
                .collect(Collectors.toMap(Cell::key, Function.identity()));
        var read = new ArrayList<Answers.Entry>();
        for (var entry : entries) {
            var pointer = "#/" + read.size();
            var cell = cells.get(entry.cell());
            if (cell == null)
                throw new Refused(
                        Place.file(pointer + "/cell"),
                        "figure.cell",
                        new Sentence("没有这个数据", "There is no such figure"));
            var seen = Fields.version(pointer + "/seen", entry.seen());
            read.add(new Answers.Entry(cell, entry.value(), entry.source(), seen));
        }
        return answers.report(where.visitor(), own, read, where.arrived()).stream()
                .map(reported -> one(where, own, cells.get(reported.key()), reported))
                .toList();
    }

    private Figure one(Where where, SelfEvaluation own, @Nullable Cell cell, @Nullable Reported reported) {
        if (cell == null) throw new IllegalStateException("no cell");
        return new Figure(
                cell.key(),
                cell.definition().title(),
                reported == null
                        ? null
                        : new FigureReported(
                                reported.written(),
                                reported.value(),
                                reported.source(),
                                reported.version(),
                                reported.person(),
                                where.at(reported.at())),
                own.points().stream()
                        .filter(point -> point.reads().contains(cell))
                        .map(point -> point.point().code())
                        .toList(),
                WhyNot.refused(Map.of("report", answers.whyNotReport(where.visitor(), own, cell, where.arrived()))));
    }

    private SelfEvaluation own(Where where) {
        return selfEvaluations.of(where.round(), where.unit());
    }
}
