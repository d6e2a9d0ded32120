package pingheng.people.account;

import java.time.Instant;
import pingheng.value.Login;

/** A slip of paper: a sign-in name and the word that works once, shown to whoever prints it and kept nowhere. */
public record Slip(Login login, String name, String post, String word, Instant until) {
    /** The word in groups of four, as it is read aloud. */
    public String spaced() {
        return word.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Without the word: what is printed by accident tells nothing. */
    @Override
    public String toString() {
        return "Slip[" + login + "]";
    }
}
