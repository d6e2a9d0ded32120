package pingheng.problem;

/** Why a rule says no: to whom it matters, a code that never changes meaning, and the sentence with the way out. */
public record Reason(Kind kind, String code, Sentence sentence) {
    public Reason {
        sentence = sentence.named();
    }

    /** How a refusal is told over HTTP. */
    public enum Kind {
        /** Not for you. */
        FORBIDDEN(403),
        /** Not there, or not for you to know. */
        UNKNOWN(404),
        /** Not now, or not any more. */
        CONFLICT(409),
        /** Not like this. */
        MALFORMED(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public static Reason forbidden(String code, String zh, String en, Object... args) {
        return new Reason(Kind.FORBIDDEN, code, Sentence.of(zh, en, args));
    }

    public static Reason conflict(String code, String zh, String en, Object... args) {
        return new Reason(Kind.CONFLICT, code, Sentence.of(zh, en, args));
    }

    public static Reason malformed(String code, String zh, String en, Object... args) {
        return new Reason(Kind.MALFORMED, code, Sentence.of(zh, en, args));
    }

    /** The same words for what is not there and for what you may not know. */
    public static Reason unknown() {
        return new Reason(
                Kind.UNKNOWN,
                "page.unknown",
                new Sentence("没有这个页面，或者您的岗位看不到它", "There is no such page, or your post cannot see it"));
    }
}
