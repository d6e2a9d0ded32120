package pingheng.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.files.Stored;
import pingheng.files.Vault;
import pingheng.ledger.Ledger;
import pingheng.people.Unit;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.value.Code;
import pingheng.value.EvidenceId;
import pingheng.value.PointCode;

/** The evidence of a unit: each file once, told by its content, cited by as many points as it proves. */
@Service
public class Evidence {
    private static final long MOST = 100L << 20;

    private final EvidenceStore store;
    private final Vault vault;
    private final Ledger ledger;
    private final Clock clock;

    Evidence(EvidenceStore store, Vault vault, Ledger ledger, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Bytes that are in the vault and told to be of a type, under a name that is safe. */
    public record Taken(Stored stored, FileName name, FileType type) {}

    public List<Document> of(HeldRound round, Unit unit) {
        return store.of(round.id(), unit.code());
    }

    public Document get(Unit unit, EvidenceId id) {
        return store.find(id)
                .filter(document -> document.unit().equals(unit.code()))
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    /** Takes the bytes of an upload, outside of any transaction: nothing slow is done inside one. Refuses what lies or is too large. */
    public Taken take(@Nullable String name, InputStream bytes) {
        var safe = new FileName(name == null ? "" : name);
        var type = new FileType[1];
        try {
            var stored =
                    vault.put(Place.file(safe.value()), bytes, MOST, draft -> type[0] = FileTypes.detect(safe, draft));
            return new Taken(stored, safe, type[0]);
        } catch (IOException broken) {
            throw new Refused(Reason.malformed(
                    "evidence.broken-off",
                    "「%1$s」上传中断或无法写入，没有保存；请再传一次",
                    "“%1$s” broke off or could not be written, nothing was kept: send it again",
                    safe.value()));
        }
    }

    /** As above, of a file that was sent along. */
    public Taken take(@Nullable String name, InputStreamSource file) throws IOException {
        try (var bytes = file.getInputStream()) {
            return take(name, bytes);
        }
    }

    /** Files what was taken under the visitor's body. */
    @Transactional
    public Document add(RequestContext context, Taken taken, Kind kind, List<PointCode> points) {
        var document = new Document(
                EvidenceId.NEW,
                context.unit().code(),
                taken.stored().sha256(),
                taken.stored().size(),
                taken.name(),
                taken.type(),
                kind,
                context.user().post().body().id(),
                context.user().login(),
                clock.instant(),
                points);
        var id = store.add(context.round().id(), document);
        for (var point : points) store.cite(id, point, true, document.person(), document.at());

        record(
                context,
                document,
                "evidence.added",
                Sentence.of(
                        "上传证明材料「%1$s」，用于观测点 %2$s，SHA-256 %3$s",
                        "“%1$s” is filed as evidence, cited by %2$s, SHA-256 %3$s",
                        document.name().value(),
                        Code.joined(" ", points),
                        document.sha256()));
        return get(context.unit(), id);
    }

    /** Cites a document of the unit by a point, or no longer. The same again changes nothing. */
    @Transactional
    public void cite(RequestContext context, Document document, PointCode point, boolean cites) {
        if (!store.cite(document.id(), point, cites, context.user().login(), clock.instant())) return;

        record(
                context,
                document,
                cites ? "evidence.cited" : "evidence.uncited",
                Sentence.of(
                        cites ? "观测点 %1$s 引用证明材料「%2$s」" : "观测点 %1$s 不再引用证明材料「%2$s」",
                        cites ? "Point %1$s cites “%2$s”" : "Point %1$s no longer cites “%2$s”",
                        point,
                        document.name().value()));
    }

    private void record(RequestContext context, Document document, String verb, Sentence told) {
        ledger.record(context.user().actor(), context.unit().code(), verb, "evidence/" + document.sha256(), told);
    }

    public InputStream open(String sha256) throws IOException {
        return vault.open(sha256);
    }
}
