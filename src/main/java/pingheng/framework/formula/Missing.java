package pingheng.framework.formula;

/** A figure that a formula needs has not been reported, so there is no result. */
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;

    /** @param name the figure, as formulas write it */
    public Missing(String name) {
        super(name, null, false, false);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
