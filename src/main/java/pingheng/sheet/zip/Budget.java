package pingheng.sheet.zip;

/** How much of a workbook, or of several together, is looked through: counted in bytes and in elements, never in time. */
public final class Budget {
    private final long most;
    private long bytes;
    private long elements;

    private Budget(long bytes, long elements) {
        this.bytes = bytes;
        this.most = elements;
    }

    /** For one table that an office keeps by hand. */
    public static Budget ofTable() {
        return new Budget(256L << 20, 3_000_000);
    }

    /** For all tables of an evaluation together. */
    public static Budget ofFolder() {
        return new Budget(256L << 20, 20_000_000);
    }

    /** Takes so many bytes; says whether that much was left. */
    boolean bytes(long count) {
        bytes -= count;
        return bytes >= 0;
    }

    /** Takes one element (a cell, a row, a text); says whether one was left. */
    public boolean element() {
        return ++elements <= most;
    }

    /** How many were looked at. */
    public long taken() {
        return elements;
    }

    /** The most elements there may be. */
    public long elements() {
        return most;
    }
}
