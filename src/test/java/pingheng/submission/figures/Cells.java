package pingheng.submission.figures;

import pingheng.app.App;
import pingheng.figure.Cell;
import pingheng.figure.ReportedFigures;
import pingheng.submission.SelfEvaluation;

/** The cells of the grid by their keys. */
final class Cells {
    private Cells() {}

    static Cell of(App app, SelfEvaluation own, String key) {
        return app.bean(ReportedFigures.class)
                .readings(own.framework())
                .cell(key)
                .orElseThrow(() -> new IllegalArgumentException(key));
    }
}
