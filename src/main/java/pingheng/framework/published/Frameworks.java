package pingheng.framework.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.framework.Framework;
import pingheng.framework.table.FrameworkSheets;
import pingheng.problem.Findings;
import pingheng.sheet.Folder;

/** The published frameworks. They never change, so one that has been read is kept. */
@Service
public class Frameworks {
    private final FrameworkStore store;
    private final Map<Long, Framework> read = new ConcurrentHashMap<>();

    Frameworks(FrameworkStore store) {
        this.store = store;
    }

    /** Reads, checks and keeps the framework of a folder; throws Refused with every finding. Returns its number. */
    @Transactional
    public long publish(Path folder) {
        var framework = read(folder);
        return store.find(framework.digest())
                .orElseGet(() -> store.add(framework.settings().level().code(), framework.digest(), tables(folder)));
    }

    /** The framework of that number; one that is not there is a bug. */
    public Framework get(long id) {
        return read.computeIfAbsent(id, this::load);
    }

    private Framework load(long id) {
        try {
            var folder = Files.createTempDirectory("pingheng-framework");
            var written = new ArrayList<Path>();
            try {
                for (var table : store.tables(id))
                    written.add(Files.write(
                            folder.resolve(table.name()), table.content().readAllBytes()));
                return read(folder);
            } finally {
                for (var file : written) Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Framework read(Path directory) {
        var findings = new Findings();
        var framework = FrameworkSheets.read(Folder.of(directory, findings));
        findings.refuse();
        return framework;
    }

    private static List<FrameworkStore.Table> tables(Path folder) {
        try (var files = Files.list(folder)) {
            var tables = new ArrayList<FrameworkStore.Table>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList())
                tables.add(new FrameworkStore.Table(
                        String.valueOf(file.getFileName()), new ByteArrayInputStream(Files.readAllBytes(file))));
            return tables;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
