package pingheng.result.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pingheng.people.Level;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.result.Dossier;
import pingheng.result.DossierText;
import pingheng.result.Evaluation;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.RankingFile;
import pingheng.result.UnitResult;

/** Writes a result to a folder: all of it, or nothing of it. */
public final class ResultFolder {
    private static final String RANKING = "ranking.csv";
    private static final String RESULT = "result.json";
    private static final String DERIVATIONS = "derivations";
    private static final Set<String> OURS = Set.of(RANKING, RESULT, DERIVATIONS);

    private final Evaluation evaluation;
    private final Map<Level, LevelResult> results;

    private ResultFolder(Evaluation evaluation, Map<Level, LevelResult> results) {
        this.evaluation = evaluation;
        this.results = results;
    }

    /**
     * Writes {@code ranking.csv}, {@code result.json} and the derivations beside the place first, then puts them there in one
     * move. An earlier result is replaced; a folder with anything else in it is refused. Killed in the middle it leaves the
     * earlier result or the new one, never a mixture; what was being written, or replaced, may be left in a hidden folder beside.
     */
    public static void write(
            Evaluation evaluation, Map<Level, LevelResult> results, Path directory, boolean withDerivations)
            throws IOException {
        refuseStrange(directory);
        var target = directory.toAbsolutePath().normalize();
        Files.createDirectories(target.getParent());
        var draft = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + "-");
        try {
            new ResultFolder(evaluation, results).writeTo(draft.resolve("new"), withDerivations);
            replace(target, draft.resolve("new"), draft.resolve("old"));
        } finally {
            delete(draft);
        }
    }

    private static void replace(Path target, Path draft, Path earlier) throws IOException {
        boolean had = Files.exists(target);
        if (had) Files.move(target, earlier, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (had) Files.move(earlier, target, StandardCopyOption.ATOMIC_MOVE);
            throw failed;
        }
    }

    private void writeTo(Path draft, boolean withDerivations) throws IOException {
        Files.createDirectory(draft);
        Files.writeString(draft.resolve(RANKING), RankingFile.text(RankingFile.lines(evaluation.units(), results)));
        try (var out = new BufferedOutputStream(Files.newOutputStream(draft.resolve(RESULT)))) {
            ResultFile.write(evaluation, results, out);
        }
        if (!withDerivations) return;

        var derivations = Files.createDirectory(draft.resolve(DERIVATIONS));
        for (var level : results.entrySet())
            for (var unit : level.getValue().units()) writeDossier(derivations, level.getKey(), unit);
    }

    private void writeDossier(Path derivations, Level level, UnitResult unit) throws IOException {
        var dossier = dossier(level, unit);
        var code = unit.unit().code();
        for (var locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH})
            Files.writeString(
                    derivations.resolve(code + "." + locale.getLanguage() + ".txt"),
                    DossierText.of(evaluation.round(), evaluation.units(), dossier, locale));
        try (var out = new BufferedOutputStream(Files.newOutputStream(derivations.resolve(code + ".json")))) {
            DossierFile.write(dossier, out);
        }
    }

    private Dossier dossier(Level level, UnitResult unit) {
        var of = evaluation.levels().get(level);
        var result = results.get(level);
        if (of == null || result == null) throw new IllegalStateException("no result for " + level);
        return Dossier.of(of, result, unit);
    }

    private static void refuseStrange(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS) || ours(directory)) return;
        throw new Refused(
                Place.file(directory.toString()),
                "out.strange",
                new Sentence(
                        "此处已有别的内容，没有覆盖；请换一个空文件夹", "something else is here and was left alone: name an empty folder"));
    }

    private static boolean ours(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) return false;
        try (var inside = Files.list(directory)) {
            return inside.allMatch(file -> OURS.contains(file.getFileName().toString()));
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (var inside = Files.walk(directory)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
