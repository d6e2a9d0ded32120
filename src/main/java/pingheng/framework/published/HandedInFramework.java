package pingheng.framework.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pingheng.framework.Framework;
import pingheng.framework.table.FrameworkSheets;
import pingheng.problem.Findings;
import pingheng.sheet.Folder;

/** A framework as it was handed in: its tables, read and checked. Publishing it only writes. */
public final class HandedInFramework {
    private final Framework framework;
    private final List<FrameworkStore.Table> tables;

    private HandedInFramework(Framework framework, List<FrameworkStore.Table> tables) {
        this.framework = framework;
        this.tables = tables;
    }

    /** Reads the tables in a folder; throws Refused with every finding. What else was noticed is noted in the findings. */
    public static HandedInFramework in(Path folder, Findings findings) {
        return new HandedInFramework(read(folder, findings), tables(folder));
    }

    static Framework read(Path folder, Findings findings) {
        var framework = FrameworkSheets.read(Folder.handedIn(folder, findings));
        findings.refuse();
        return framework;
    }

    Framework framework() {
        return framework;
    }

    /** The files, as they came. */
    List<FrameworkStore.Table> tables() {
        return tables;
    }

    private static List<FrameworkStore.Table> tables(Path folder) {
        try (var files = Files.list(folder)) {
            var tables = new ArrayList<FrameworkStore.Table>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList())
                tables.add(new FrameworkStore.Table(
                        String.valueOf(file.getFileName()), new ByteArrayInputStream(Files.readAllBytes(file))));
            return List.copyOf(tables);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
