package pingheng.commands.backup;

import pingheng.problem.Sentence;
import pingheng.seal.SealKey;

/** What is known of the seal of a backup whose parts all fit. */
public sealed interface SealState {
    /** It is that of the key which was told. */
    record Holds(SealKey by) implements SealState {}

    /** It fits, but no key was told: somebody may have changed the backup and sealed it anew. */
    record Unchecked(SealKey by) implements SealState {}

    /** The backup was written before there were seals, or somebody has made it look so. */
    record None() implements SealState {}

    /** In words, with the way to know more. */
    default Sentence told() {
        return switch (this) {
            case Holds(var by) -> Sentence.of("封印相符，由 %s 封印", "the seal holds, it is that of %s", by.text());
            case Unchecked(var by) ->
                Sentence.of(
                        "封印未核对：备份自称由 %s 封印；请用 --seal-key 给出另行保存的公钥（打印在启用时、每次备份时和回执上）",
                        "seal not checked: the backup says it was sealed by %s; give the public key that you keep elsewhere with"
                                + " --seal-key (it is printed at set-up, by every backup and on the receipts)",
                        by.text());
            case None() ->
                new Sentence(
                        "封印未核对：这份备份没有封印，写于备份加封之前",
                        "seal not checked: this backup has none, as those written before backups were sealed");
        };
    }
}
