package pingheng.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.time.Mode;

/** A rehearsal lets anybody in without a password: it answers on this machine alone, unless its command says otherwise. */
class ListeningTest {
    @Test
    void aRehearsalIsReachedThroughTheLoopbackAddressOnly() throws IOException {
        var app = App.shared();
        try (var near = new Socket()) {
            near.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), app.port()), 5000);
        }
        var other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2}); // reached by whoever listens on every address
        try (var elsewhere = new Socket()) {
            assertThatThrownBy(() -> elsewhere.connect(new InetSocketAddress(other, app.port()), 5000))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void productionAnswersEverywhereAndARehearsalWhereItIsTold() {
        var database = App.shared().database();
        var data = Path.of("data");

        assertThat(new Server.Setting(database, data, 8080, new Mode(false)).address())
                .isEmpty();
        assertThat(new Server.Setting(database, data, 8080, new Mode(true)).address())
                .isEqualTo("127.0.0.1");
        assertThat(new Server.Setting(database, data, "0.0.0.0", 8080, new Mode(true)).address())
                .isEqualTo("0.0.0.0");
    }
}
