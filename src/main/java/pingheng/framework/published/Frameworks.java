package pingheng.framework.published;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.files.Scratch;
import pingheng.framework.Framework;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.FrameworkId;

/** The published frameworks. They never change, so one that has been read is kept. */
@Service
public class Frameworks {
    private final FrameworkStore store;
    private final Ledger ledger;
    private final Map<FrameworkId, Framework> read = new ConcurrentHashMap<>();

    Frameworks(FrameworkStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** One that has been published, under its number. */
    public record Listed(FrameworkId id, Framework framework) {}

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

    /** Keeps what was handed in and returns its number. The same one again, told by its digest, stays the one it was. */
    @Transactional
    public FrameworkId publish(Visitor visitor, HandedInFramework handedIn) {
        Refused.on(whyNotPublish(visitor));
        var framework = handedIn.framework();
        var known = store.find(framework.digest());
        if (known.isPresent()) return known.get();
        var settings = framework.settings();
        var id = store.add(settings.level().code(), framework.digest(), handedIn.tables());
        read.put(id, framework); // a number is given once, whatever becomes of the transaction

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
    public Framework get(FrameworkId id) {
        return read.computeIfAbsent(id, this::load);
    }

    private Framework load(FrameworkId id) {
        return Scratch.of(folder -> {
            for (var table : store.tables(id))
                Files.write(folder.resolve(table.name()), table.content().readAllBytes());
            return HandedInFramework.read(folder, new Findings());
        });
    }
}
