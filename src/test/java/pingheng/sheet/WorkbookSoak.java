package pingheng.sheet;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand broken workbooks at the reader: each is read or refused in words. */
@Timeout(3_600)
class WorkbookSoak {
    @TempDir
    private Path directory;

    @Test
    void ahundredThousandBrokenWorkbooksEndInASentence() throws IOException {
        new BrokenReading(directory).read(100_000, 20201130);
    }
}
