package pingheng.ledger;

import java.time.Instant;
import pingheng.digest.Sha256;
import pingheng.problem.Sentence;
import pingheng.value.Code;

/**
 * One thing that happened. Its hash is SHA-256 over the hash before it and all it says, so that nothing can be changed,
 * left out or put in between without every later hash telling.
 */
public record Entry(
        Chain chain,
        long number,
        Instant at,
        Instant wall,
        Actor actor,
        String verb,
        String subject,
        Sentence told,
        String previous,
        String hash) {

    /** The hash before the first entry of a chain. */
    public static final String GENESIS = "0".repeat(64);

    /** The entry with the hash it must have. */
    Entry hashed() {
        return new Entry(chain, number, at, wall, actor, verb, subject, told, previous, digest());
    }

    /** The end of its chain at the moment it was made. */
    public ChainHead head() {
        return new ChainHead(chain, number, hash);
    }

    /** Whether the hash is that of what the entry says. */
    boolean whole() {
        return hash.equals(digest());
    }

    /** The hash it must have. */
    String digest() {
        var said = new StringBuilder();
        for (var field : new String[] {
            previous,
            chain.key(),
            String.valueOf(number),
            at.toString(),
            wall.toString(),
            actor.person().text(),
            actor.post(),
            Code.textOf(actor.unit()),
            verb,
            subject,
            told.zh(),
            told.en()
        }) said.append(field.length()).append(':').append(field).append('\n');
        return Sha256.of(said.toString());
    }
}
