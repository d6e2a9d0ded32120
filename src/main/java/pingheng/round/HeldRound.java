package pingheng.round;

/** A round with the number it is kept under. */
public record HeldRound(long id, Round settings) {
    public String code() {
        return settings.code();
    }
}
