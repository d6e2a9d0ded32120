package pingheng.people.acts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import pingheng.app.App;
import pingheng.app.Guest;

/** Those who have not signed in make the server keep next to nothing, whatever they send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntranceTest {
    private static final int SENT = 1_900_000;
    private static final int POSTS = 40;
    private static final String EVIDENCE = "/r/GD-2020/" + App.PANYU + "/points/5.1.1/evidence";

    private App app = App.shared();

    @BeforeAll
    void start() {
        app = App.fresh();
    }

    @AfterAll
    void stop() {
        app.close();
    }

    /** The file is still on its way when the answer comes: it was not waited for, and there is nothing of it on the disk. */
    @Test
    void aFileOfNobodyIsAnsweredBeforeItIsReadAndStoredNowhere() throws IOException {
        var nobody = new Guest(app);
        var opened = nobody.opened();
        for (var csrf : List.of(String.valueOf(opened.get("_csrf")), "none"))
            for (int i = 0; i < POSTS / 2; i++)
                try (var socket = half(nobody, EVIDENCE + "?_csrf=" + csrf + "&_for=finance+1", "finance")) {
                    assertThat(status(socket)).contains(csrf.equals("none") ? " 403" : " 302");
                    assertThat(spooled()).isEmpty();
                }
        for (var door : List.of("/sign-in", "/slip", "/language", "/rehearsal/sign-in", "/setup/x"))
            try (var socket = half(nobody, door + "?_csrf=" + opened.get("_csrf"), "x")) {
                assertThat(status(socket)).as(door).contains(" 404");
                assertThat(spooled()).isEmpty();
            }
    }

    @Test
    void longFormsOfNobodyAreKeptInNoSessionAndNowhereElse() {
        int sessions = sessions();
        long before = characters();
        for (int i = 0; i < POSTS; i++) {
            var nobody = new Guest(app);
            var answer = nobody.post(
                    "/r/GD-2020/" + App.PANYU + "/points/5.1.1", "_for", "finance 1", "statement", "x".repeat(SENT));
            assertThat(answer.status()).isEqualTo(302);
        }
        assertThat(sessions()).isEqualTo(sessions);
        assertThat(characters()).isEqualTo(before);
    }

    @Test
    void shortFormsOfNobodyAreKeptUpToANumber() {
        for (int i = 0; i < Unsent.MOST + 20; i++)
            new Guest(app).post("/r/GD-2020/" + App.PANYU + "/urgings", "_for", "finance 1", "text", "督办督办" + i);

        assertThat(app.bean(Unsent.class).kept()[0]).isEqualTo(Unsent.MOST);
        assertThat(characters()).isLessThan((long) Unsent.MOST * Unsent.LONGEST);
    }

    /** A request of which only the beginning is sent. */
    private Socket half(Guest guest, String path, String name) throws IOException {
        var socket = new Socket("localhost", app.port());
        socket.setSoTimeout(20_000);
        var body = "--B\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n文字\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + ".pdf\"\r\n\r\n"
                + "x".repeat(100_000);
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=B\r\n"
                + "Cookie: " + guest.cookies() + "\r\nContent-Length: " + SENT + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                .readLine();
    }

    private List<String> spooled() throws IOException {
        var folder = (File) app.bean(ServletContext.class).getAttribute(ServletContext.TEMPDIR);
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder.toPath())) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(found::add);
        }
        return found;
    }

    private int sessions() {
        var whole = WebApplicationContextUtils.getRequiredWebApplicationContext(app.bean(ServletContext.class));
        var server = (TomcatWebServer) Objects.requireNonNull(((WebServerApplicationContext) whole).getWebServer());
        var context = (StandardContext) server.getTomcat().getHost().findChildren()[0];
        return context.getManager().getActiveSessions();
    }

    private long characters() {
        return app.bean(Unsent.class).kept()[1];
    }
}
