package pingheng.submission.fallen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import pingheng.figure.Cell;
import pingheng.problem.Sentence;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SignOff;
import pingheng.submission.sealed.SealedContent;
import pingheng.value.PointCode;

/**
 * Tells of each signature that holds no more what has changed since and who changed it, by comparing the content that was signed with
 * the content there is. The database is asked only when a signature fell.
 */
@Service
public class FallenSignatures {
    private final FallenStore store;

    FallenSignatures(FallenStore store) {
        this.store = store;
    }

    /** The signatures that fell, by point; points whose signatures hold, or that nobody signed, are left out. */
    public Map<PointCode, List<Fallen>> of(SelfEvaluation own, List<OwnPoint> points) {
        var digests = points.stream()
                .flatMap(point -> point.signed().fallen().stream())
                .map(SignOff::digest)
                .toList();
        if (digests.isEmpty()) return Map.of();
        var contents = store.contents(digests);
        var fallen = new HashMap<PointCode, List<Fallen>>();
        for (var point : points)
            if (!point.signed().fallen().isEmpty())
                fallen.put(
                        point.point().code(),
                        point.signed().fallen().stream()
                                .map(one -> fallen(own, one, contents.get(one.digest()), point.content()))
                                .toList());
        return fallen;
    }

    /** The signatures of the whole that fell: the office's, the leading group's. */
    public List<Fallen> ofWhole(SelfEvaluation own) {
        var fallen = own.whole().fallen();
        if (fallen.isEmpty()) return List.of();
        var contents = store.contents(fallen.stream().map(SignOff::digest).toList());
        var now = own.content();
        return fallen.stream()
                .map(one -> fallen(own, one, contents.get(one.digest()), now))
                .toList();
    }

    /** What a supplement changed that points read which were not returned, in the order of these points. */
    public List<MovedAlong> moved(SelfEvaluation own) {
        var moved = own.moved();
        if (moved.isEmpty()) return List.of();
        var sealed = submitted(own).getFirst().points();
        var changes = new LinkedHashMap<Change, List<PointCode>>();
        for (var point : moved) {
            var code = point.point().code();
            for (var difference : Contents.between(sealed.getOrDefault(code, ""), point.content()))
                if (difference.word().equals("figure") || difference.word().equals("schools"))
                    change(own, difference)
                            .ifPresent(change -> changes.computeIfAbsent(change.ofNoPoint(), one -> new ArrayList<>())
                                    .add(code));
        }
        return changes.entrySet().stream()
                .map(one -> new MovedAlong(
                        one.getKey().what(), one.getKey().from(), one.getKey().to(), List.copyOf(one.getValue())))
                .toList();
    }

    /** What the unit has submitted so far, in its parts, the newest first. */
    public List<SealedContent> submitted(SelfEvaluation own) {
        return store.submitted(own.round().id(), own.unit().code()).stream()
                .map(SealedContent::of)
                .toList();
    }

    /** What differs between two texts of points of the unit. */
    public List<Change> between(SelfEvaluation own, String then, String now) {
        return Contents.between(then, now).stream()
                .flatMap(difference -> change(own, difference).stream())
                .toList();
    }

    private Fallen fallen(SelfEvaluation own, SignOff signOff, @Nullable String signed, String now) {
        if (signed == null) return new Fallen(signOff, List.of());
        var changes = new ArrayList<Change>();
        for (var difference : Contents.between(signed, now))
            change(own, difference).ifPresent(changes::add);
        return new Fallen(signOff, changes);
    }

    private Optional<Change> change(SelfEvaluation own, Contents.Difference difference) {
        var point = Optional.ofNullable(difference.point()).flatMap(own::point);
        return switch (difference.word()) {
            case "figure" -> Optional.of(figure(own, difference));
            case "marks", "claim", "reason", "statement" -> Optional.of(text(point, difference));
            case "evidence" -> Optional.of(evidence(point, difference));
            case "schools" -> Optional.of(schools(own, difference));
            case "summary" ->
                Optional.of(new Change(
                        null,
                        new Sentence("工作小结 " + difference.key(), "work summary " + difference.key()),
                        first(difference.signed()),
                        first(difference.now()),
                        null,
                        null));
            default -> Optional.empty();
        };
    }

    private static Change figure(SelfEvaluation own, Contents.Difference difference) {
        var cell = own.points().stream()
                .flatMap(point -> point.reads().stream())
                .filter(one -> one.key().equals(difference.key()))
                .findFirst();
        var version = own.reported().get(difference.key());
        boolean source = !difference.signed().isEmpty()
                && !difference.now().isEmpty()
                && difference.signed().getFirst().equals(difference.now().getFirst());
        return new Change(
                difference.point(),
                cell.map(one -> title(one, source)).orElse(new Sentence(difference.key(), difference.key())),
                source ? difference.signed().getLast() : first(difference.signed()),
                source ? difference.now().getLast() : first(difference.now()),
                version == null ? null : version.person(),
                version == null ? null : version.at());
    }

    private static Sentence title(Cell cell, boolean source) {
        var title = cell.title();
        return source ? new Sentence(title.zh() + "的来源", title.en() + ", its source") : title;
    }

    private static Change text(Optional<OwnPoint> point, Contents.Difference difference) {
        var what = switch (difference.word()) {
            case "marks" -> new Sentence("自评打分", "the marks");
            case "claim" -> new Sentence("自评分", "the self-score");
            case "reason" -> new Sentence("自评分的理由", "the reason of the self-score");
            default -> new Sentence("得失分说明", "the statement");
        };
        return new Change(
                difference.point(),
                what,
                first(difference.signed()),
                first(difference.now()),
                point.map(one -> one.answer().person()).orElse(null),
                point.map(one -> one.answer().at()).orElse(null));
    }

    private static Change evidence(Optional<OwnPoint> point, Contents.Difference difference) {
        var document = point.stream()
                .flatMap(one -> one.evidence().stream())
                .filter(one -> one.sha256().equals(difference.key()))
                .findFirst();
        boolean added = difference.signed().isEmpty();
        return new Change(
                difference.point(),
                new Sentence("佐证", "evidence"),
                last(difference.signed()),
                last(difference.now()),
                added ? document.map(one -> one.person()).orElse(null) : null,
                added ? document.map(one -> one.at()).orElse(null) : null);
    }

    private Change schools(SelfEvaluation own, Contents.Difference difference) {
        var batch = store.newestBatch(own.round().id(), own.unit().code());
        return new Change(
                difference.point(),
                new Sentence("学校数据表", "the table of schools"),
                shortened(difference.signed()),
                shortened(difference.now()),
                batch.map(FallenStore.Batch::person).orElse(null),
                batch.map(FallenStore.Batch::at).orElse(null));
    }

    /** A table is known by the beginning of its digest. */
    private static String shortened(List<String> digest) {
        var whole = first(digest);
        return whole.substring(0, Math.min(12, whole.length()));
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static String last(List<String> values) {
        return values.isEmpty() ? "" : values.getLast();
    }
}
