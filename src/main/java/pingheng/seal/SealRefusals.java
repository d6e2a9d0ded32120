package pingheng.seal;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** How a key is refused. */
final class SealRefusals {
    private static final int SHOWN = 80;

    private SealRefusals() {}

    static Refused noKey(String given) {
        var shown = given.length() > SHOWN ? given.substring(0, SHOWN) + "…" : given;
        return new Refused(
                Place.file(shown.replaceAll("\\p{Cntrl}", " ").strip()),
                "seal.no-key",
                new Sentence(
                        "不是封印公钥（ed25519: 后接 64 位十六进制数字），也不是写有公钥的文件；请照纸上的公钥核对",
                        "is no public key of a seal (ed25519: and 64 hexadecimal digits), nor a file in which one stands: compare it with"
                                + " the key on paper"));
    }

    static Refused inData(Path key, Path folder) {
        return refused(
                key,
                "seal.in-data",
                "封印私钥不能放在数据文件夹 %s 里：拿到数据的人就能重新封印；请用 --seal-key 另指别处",
                "the secret key of the seal must not lie in the data folder %s, or whoever takes the data can seal them anew:"
                        + " name another place with --seal-key",
                folder);
    }

    static Refused besideBackup(Path key, Path backup) {
        return refused(
                key,
                "seal.beside-backup",
                "封印私钥不能与备份 %s 放在同一个文件夹：拿到备份的人就能重新封印；请用 --seal-key 另指别处，或把备份写到别处",
                "the secret key of the seal must not lie in the folder of the backup %s, or whoever takes that can seal it anew:"
                        + " name another place with --seal-key, or another one for the backup with --out",
                backup);
    }

    static Refused readable(Path key) {
        return refused(
                key,
                "seal.readable",
                "其他帐户可以读写这个封印私钥；请收回权限（chmod 600），若可能已被别人读过，请换新密钥（移走此文件，再用 backup --new-seal-key）",
                "other accounts may read or write this secret key: take that back (chmod 600); if somebody may have read it, change it"
                        + " (move this file away, then backup --new-seal-key)");
    }

    static Refused replaceable(Path key, Path folder) {
        return refused(
                key,
                "seal.replaceable",
                "其他帐户可以在文件夹 %s 里调换这个封印私钥；请收回权限（chmod go-w），或用 --seal-key 另指别处",
                "other accounts may put another key in its place in the folder %s: take that back (chmod go-w), or name another"
                        + " place with --seal-key",
                folder);
    }

    static Refused damaged(Path key) {
        return refused(
                key,
                "seal.damaged",
                "不是评衡写成的封印私钥，或已损坏；请放回完好的一份，或移走它，再用 backup --new-seal-key 换新密钥",
                "is no secret key that Pingheng has written, or it is damaged: put a whole copy back, or move it away and change the"
                        + " key with backup --new-seal-key");
    }

    static Refused lost(Path key, SealKey noted) {
        return refused(
                key,
                "seal.lost",
                "这里没有封印私钥，而这些数据一直用 %s 封印；请放回原来的私钥，或用 --seal-key 指明它在哪里；确已遗失的，用 backup"
                        + " --new-seal-key 换新密钥，并告知持有旧公钥的人",
                "there is no secret key here, but these data were sealed by %s so far: put it back, or say with --seal-key where it"
                        + " is; if it is lost, change it with backup --new-seal-key and tell those who hold the old public key",
                noted.text());
    }

    static Refused other(Path key, SealKey found, SealKey noted) {
        return refused(
                key,
                "seal.other",
                "这是另一把封印密钥 %s，而这些数据一直用 %s 封印；请用 --seal-key 指明原来的私钥；有意更换的，用 backup" + " --new-seal-key，并告知持有旧公钥的人",
                "this is another key, %s, but these data were sealed by %s so far: name the former with --seal-key; if the change is"
                        + " meant, say so with backup --new-seal-key and tell those who hold the old public key",
                found.text(),
                noted.text());
    }

    static Refused note(Path note) {
        return refused(
                note,
                "seal.note",
                "不是评衡记下的封印公钥，或已损坏；请核对纸上的公钥，移走此文件后再试",
                "is no public key that Pingheng has noted, or it is damaged: look at the key on paper, move this file away and try"
                        + " again");
    }

    static Refused unwritable(Path key, FileSystemException why) {
        return refused(
                key,
                "seal.unwritable",
                "封印私钥不能写在这里；请用 --seal-key 另指当前帐户能写的地方；原因：%s",
                "the secret key of the seal cannot be written here: name a place that this account can write to with --seal-key;"
                        + " the reason: %s",
                Objects.requireNonNullElse(why.getReason(), why.getClass().getSimpleName()));
    }

    private static Refused refused(Path what, String code, String zh, String en, Object... args) {
        return new Refused(Place.file(what.toString()), code, Sentence.of(zh, en, args));
    }
}
