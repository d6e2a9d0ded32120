package pingheng.framework.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.files.Scratch;
import pingheng.framework.Framework;
import pingheng.framework.table.FrameworkSheets;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.sheet.Folder;

/** The published frameworks. They never change, so one that has been read is kept. */
@Service
public class Frameworks {
    private final FrameworkStore store;
    private final Ledger ledger;
    private final Map<Long, Framework> read = new ConcurrentHashMap<>();

    Frameworks(FrameworkStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** One that has been published, under its number. */
    public record Listed(long id, Framework framework) {}

    /** All that have been published, the newest first. */
    public List<Listed> all() {
        return store.all().stream().map(id -> new Listed(id, get(id))).toList();
    }

    /** Why the visitor cannot publish a framework: only the province does. */
    public static Optional<Reason> whyNotPublish(Visitor visitor) {
        return visitor.is(Role.PROVINCE)
                ? Optional.empty()
                : Optional.of(Reason.forbidden(
                        "framework.province", "指标体系由省级发布", "Frameworks are published by the province"));
    }

    /**
     * Reads, checks and keeps the framework of a folder; throws Refused with every finding. The same one again, told by its digest, stays
     * the one it was. Returns its number. What else was noticed about the tables is noted in the findings.
     */
    @Transactional
    public long publish(Visitor visitor, Path folder, Findings findings) {
        Refused.on(whyNotPublish(visitor));
        var framework = read(folder, findings);
        var known = store.find(framework.digest());
        if (known.isPresent()) return known.get();
        var settings = framework.settings();
        long id = store.add(settings.level().code(), framework.digest(), tables(folder));

        ledger.record(
                visitor.actor(),
                visitor.unit(),
                "framework.published",
                "framework/" + framework.digest(),
                Sentence.of(
                        "发布指标体系 %1$s 第 %2$d 版，摘要 %3$s",
                        "Framework %1$s, version %2$d is published, digest %3$s",
                        settings.code(),
                        settings.version(),
                        framework.digest()));
        return id;
    }

    /** The framework of that number; one that is not there is a bug. */
    public Framework get(long id) {
        return read.computeIfAbsent(id, this::load);
    }

    private Framework load(long id) {
        return Scratch.of(folder -> {
            for (var table : store.tables(id))
                Files.write(folder.resolve(table.name()), table.content().readAllBytes());
            return read(folder, new Findings());
        });
    }

    private static Framework read(Path directory, Findings findings) {
        var framework = FrameworkSheets.read(Folder.handedIn(directory, findings));
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
