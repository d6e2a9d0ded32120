package pingheng.page;

import pingheng.problem.Reason;

/** Says that something broke on our side. */
public record BrokenPage(Reason reason) implements Page {
    @Override
    public int status() {
        return 500;
    }
}
