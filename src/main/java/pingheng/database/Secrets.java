package pingheng.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The secrets of the three who sign in, each in a file that is called as they are. Who knows that of the program can neither change the
 * schema nor become superuser. Folders made before had one secret for all three, which is used until the three are set.
 */
record Secrets(Path data) {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "pingheng_owner";
    static final String PROGRAM = "pingheng_app";
    static final List<String> ALL = List.of(SUPERUSER, OWNER, PROGRAM);

    private static final String FORMER = "secret";
    private static final int BYTES = 24;

    /**
     * Makes those that are missing. The server knows each by its verifier alone: that of the superuser can be replaced by nobody but the
     * superuser, so that it must be there when there is a cluster.
     */
    void complete(boolean cluster) throws IOException {
        if (cluster && !Files.exists(file(SUPERUSER)) && !Files.exists(former()))
            throw DatabaseRefusals.noSecret(file(SUPERUSER));
        Files.createDirectories(folder(), PosixFilePermissions.asFileAttribute(DataFolder.OWN_FOLDER));
        for (var role : ALL) if (!Files.exists(file(role))) DataFolder.write(folder(), role, chosen());
    }

    private static String chosen() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** As one of the three signs in. */
    Database.Login login(String role) throws IOException {
        return login(role, Files.exists(file(role)) ? file(role) : former());
    }

    /** As the superuser may sign in: a program that was killed may have set the new secret or not. */
    List<Database.Login> superusers() throws IOException {
        var logins = new ArrayList<Database.Login>();
        for (var file : List.of(file(SUPERUSER), former())) if (Files.exists(file)) logins.add(login(SUPERUSER, file));
        return logins;
    }

    /** The three are set: the one secret for all opens nothing any more. */
    void forgetFormer() throws IOException {
        if (Files.deleteIfExists(former())) DataFolder.force(data);
    }

    Path folder() {
        return DataFolder.secrets(data);
    }

    Path file(String role) {
        return folder().resolve(role);
    }

    private Path former() {
        return data.resolve(FORMER);
    }

    private static Database.Login login(String role, Path file) throws IOException {
        return new Database.Login(role, Files.readString(file).strip());
    }
}
