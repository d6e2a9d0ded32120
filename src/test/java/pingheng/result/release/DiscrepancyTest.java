package pingheng.result.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pingheng.result.EvaluationFolder;
import pingheng.result.Evaluator;

class DiscrepancyTest {
    @Test
    void theExamplesHaveNone() {
        for (var example : new String[] {"guangdong-2019", "guangdong-2020", "balance"}) {
            var evaluation = EvaluationFolder.read(Path.of("examples", example));
            assertThat(Discrepancy.of(evaluation, Evaluator.evaluate(evaluation)))
                    .as(example)
                    .isEmpty();
        }
    }
}
