package pingheng.framework.table;

import java.util.List;
import pingheng.framework.Framework;
import pingheng.framework.Publication;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;

/** Reads a whole framework out of its tables; what is wrong in any of them goes to the findings of the folder. */
public final class FrameworkSheets {
    private static final List<Column> PUBLISHED =
            List.of(Column.required("digest", "摘要"), Column.required("published", "发布日期"));

    private FrameworkSheets() {}

    /** Reads, checks and digests. The framework is only to be used when the findings of the folder are empty. */
    public static Framework read(Folder folder) {
        var settings = SettingsSheet.read(folder);
        var departments = DepartmentSheet.read(folder);
        var figures = FigureDefinitionSheet.read(folder);
        var vocabulary = new Vocabulary(figures.figures().values(), settings.rules());
        var pointSheet = PointSheet.read(folder);
        var rules = RuleSheet.read(folder, vocabulary, pointSheet);
        var grades = TotalSheets.grades(folder);
        var adjustments = TotalSheets.adjustments(folder, vocabulary, !grades.isEmpty());
        figures.check(vocabulary, folder.sound());

        var points = pointSheet.points(rules, departments);
        pointSheet.checkSums(points, settings.sums());
        var digest = folder.digest(List.of("published"));
        return new Framework(
                settings,
                points,
                figures.figures(),
                new Framework.Formulas(vocabulary.ofUnits(), vocabulary.ofSchools(), vocabulary.formulas()),
                grades,
                adjustments,
                publication(folder, digest),
                digest);
    }

    private static Publication publication(Folder folder, String digest) {
        var published = new Publication[] {new Publication.Draft()};
        folder.readOptional("published", PUBLISHED, row -> {
            var on = row.date("published");
            if (on == null) return;
            published[0] = new Publication.Published(row.required("digest"), on);
            if (!row.word("digest").equals(digest))
                row.refuse(
                        "digest",
                        "framework.changed",
                        "指标体系发布后被改动：内容摘要为 %s。已发布的不能再改，请用 framework next 建立新版本",
                        "the framework was changed after it was published: its digest is %s. A published one does not change: make the next version with framework next",
                        digest);
        });
        return published[0];
    }
}
