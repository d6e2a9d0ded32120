package pingheng.page;

/**
 * What one page shows, all of it. The record {@code pingheng.duty.pages.MatrixPage} is rendered by the template {@code
 * duty/MatrixPage.jte}.
 */
public interface Page {
    /** The HTTP status to answer with. */
    default int status() {
        return 200;
    }
}
