package pingheng.check;

/** One module's part of the verification: compares what the module stores with what must follow from it. It only reads. */
public interface Check {
    /** Names every difference; none where all holds. */
    void run(Mismatches mismatches);
}
