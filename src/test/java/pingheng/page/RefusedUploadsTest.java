package pingheng.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.evidence.Evidence;

/** What a browser sees of an upload that is refused, and of names and addresses that others stumble on. */
class RefusedUploadsTest {
    private static final String EVIDENCE = "/r/GD-2020/440113/points/5.1.1/evidence";
    private static final String BOUNDARY = "----large";
    private static final int MEGABYTE = 1 << 20;

    private static App app;
    private static Guest finance;

    @BeforeAll
    static void opened() {
        app = App.fresh().assigned();
        finance = Guest.as(app, "finance");
    }

    @AfterAll
    static void closed() {
        app.close();
    }

    @Test
    void anUploadOf150MegabytesIsReadToItsEndSoThatTheBrowserSeesTheRefusal() {
        var nobodys = Wire.send(app.port(), large(151, EVIDENCE, ""));
        var answer = Wire.send(app.port(), large(151, EVIDENCE + query(), finance.cookies()));

        assertThat(nobodys.status()).as("the token is asked for first").isEqualTo(403);
        assertThat(nobodys.body()).contains("没有保存", "<html lang=\"zh-CN\">");
        assertThat(answer.status()).isIn(413, 422);
        assertThat(answer.body()).contains("100 MB", "没有", "<html lang=\"zh-CN\">");
        assertThat(app.bean(Evidence.class).of(app.round(), app.panyu()))
                .noneMatch(document -> document.size() > MEGABYTE);
    }

    @Test
    void aNameOf150ChineseCharactersIsAName() {
        var name = "教".repeat(146) + ".pdf";
        var answer = finance.upload(EVIDENCE, Map.of("kind", "material"), name, Carried.pdf("样例"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        assertThat(app.bean(Evidence.class).of(app.round(), app.panyu()))
                .anySatisfy(document -> assertThat(document.name().toString()).contains("教".repeat(60)));
    }

    @Test
    void whoeverChangesTheLanguageGoesBackToAnyAddress() {
        for (var back : List.of("/{x}", "/?a={b}", "/%zz", "/#{a}", "/a b", "\0"))
            assertThat(finance.post("/language", "lang", "zh", "back", back).status())
                    .as(back)
                    .isIn(302, 422);
    }

    /** What a form with a file carries in its address. */
    private static String query() {
        return Guest.query(finance.opened().entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new));
    }

    /** All of it is sent before the answer is looked at, as browsers do. */
    private static InputStream large(int megabytes, String address, String cookies) {
        var parts = Collections.nCopies(megabytes + 1, new byte[MEGABYTE]).stream()
                .map(ByteArrayInputStream::new)
                .toList();
        return new SequenceInputStream(
                new ByteArrayInputStream(head(address, cookies)),
                new SequenceInputStream(Collections.enumeration(parts)));
    }

    private static byte[] head(String address, String cookies) {
        var request = "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies
                + "\r\nConnection: close\r\nContent-Length: " + 151L * MEGABYTE
                + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n\r\n";
        return (request + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
