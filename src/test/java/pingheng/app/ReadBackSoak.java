package pingheng.app;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** As {@link ReadBackStory}, of what programs send: the same parsers and verbs behind other addresses. */
class ReadBackSoak {
    @Test
    void whatIsTakenFromAProgramReadsBackEqual() throws IOException {
        new ReadBackStory().programs();
    }
}
