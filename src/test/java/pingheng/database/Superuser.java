package pingheng.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What a test does on its server as nobody of the program may. */
public final class Superuser {
    private Superuser() {}

    public static Database.Login of(Path data) {
        try {
            return new Secrets(data).login(Secrets.SUPERUSER);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
