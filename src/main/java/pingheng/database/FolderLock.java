package pingheng.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that is ours alone until we let go or die: the system forgets the lock of a program that is gone. */
record FolderLock(FileChannel channel) implements AutoCloseable {
    static Optional<FolderLock> on(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            if (channel.tryLock() != null) return Optional.of(new FolderLock(channel));
        } catch (OverlappingFileLockException _) {
            // this very program holds it
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
