package pingheng.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import pingheng.app.App;
import pingheng.value.EvidenceId;
import pingheng.value.Login;
import pingheng.value.PointCode;

/** Which points cite a document is told by the newest version; the others stay. */
class EvidenceStoreTest {
    private static final Instant AT = Instant.parse("2020-08-18T01:00:00Z");
    private static final PointCode POINT = new PointCode("1.1.1");
    private static final PointCode OTHER = new PointCode("5.1.2");

    private final App app = App.shared();
    private final EvidenceStore store = app.bean(EvidenceStore.class);
    private final long round = app.round().id();

    @Test
    void aCitationIsTakenBackAndMadeAgainAndTheSameAgainIsNothing() {
        app.rolledBack(() -> {
            var id = filed();
            assertThat(cite(id, POINT, false)).as("never cited").isFalse();
            assertThat(cite(id, POINT, true)).isTrue();
            assertThat(cite(id, POINT, true)).isFalse();
            assertThat(cite(id, OTHER, true)).isTrue();
            assertThat(points(id)).containsExactly(POINT, OTHER);

            assertThat(cite(id, POINT, false)).isTrue();
            assertThat(cite(id, POINT, false)).isFalse();
            assertThat(points(id)).containsExactly(OTHER);
            assertThat(store.of(round, App.PANYU))
                    .singleElement()
                    .extracting(Document::points)
                    .isEqualTo(List.of(OTHER));

            assertThat(cite(id, POINT, true)).isTrue();
            assertThat(points(id)).containsExactly(POINT, OTHER);
            assertThat(app.db()
                            .sql(
                                    "select version || ' ' || withdrawn from citation_version where evidence = ? and point = '1.1.1' order by version")
                            .param(id.number())
                            .query(String.class)
                            .list())
                    .containsExactly("1 false", "2 true", "3 false");
        });
    }

    @Test
    void ofTwoWhoWriteOneVersionTheDatabaseRefusesOne() {
        app.rolledBack(() -> {
            cite(filed(), POINT, true);
            assertThatThrownBy(() -> app.db()
                            .sql("insert into citation_version select * from citation_version")
                            .update())
                    .isInstanceOf(DuplicateKeyException.class);
        });
    }

    private EvidenceId filed() {
        return store.add(
                round,
                new Document(
                        EvidenceId.NEW,
                        App.PANYU,
                        "a".repeat(64),
                        1,
                        new FileName("x.pdf"),
                        FileType.PDF,
                        Kind.MATERIAL,
                        app.visitor("education").post().body().id(),
                        new Login("education"),
                        AT,
                        List.of()));
    }

    private boolean cite(EvidenceId id, PointCode point, boolean cites) {
        return store.cite(id, point, cites, new Login("education"), AT);
    }

    private List<PointCode> points(EvidenceId id) {
        return store.find(id).orElseThrow().points();
    }
}
