package pingheng.commands.backup;

import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.seal.SealKey;

/** How a backup is refused, before anything of it is used. */
final class BackupRefusals {
    private static final int SHOWN = 80;

    private BackupRefusals() {}

    static Refused exists(String file) {
        return refused(file, "backup.exists", "已经存在；请另取名字", "is there already: choose another name");
    }

    static Refused missing(String file) {
        return refused(file, "backup.missing", "没有这个文件", "there is no such file");
    }

    static Refused changed(String file) {
        return refused(
                file,
                "backup.changed",
                "不是完整的评衡备份：末尾的摘要与内容不符，文件被截断或改动过；请用另一份备份",
                "is no whole backup of Pingheng: the digest at its end is not that of its bytes, it was cut off or changed;"
                        + " use another one");
    }

    static Refused manifest(int line) {
        return refused(
                "manifest.tsv",
                "backup.manifest",
                "备份清单不是评衡写成的，第 %s 行不符；请用另一份备份",
                "the manifest was not written by Pingheng, line %s does not fit: use another backup",
                line);
    }

    static Refused seal(String file) {
        return refused(
                file,
                "backup.seal",
                "封印与备份清单不符：封印之后内容被改动过；没有恢复任何内容，请用另一份备份",
                "the seal is not that of the manifest: the content was changed after it was sealed; nothing was restored, use another"
                        + " backup");
    }

    static Refused otherKey(String file, SealKey by, SealKey expected) {
        return refused(
                file,
                "backup.other-key",
                "由 %s 封印，而不是 %s：可能被人改动后重新封印；没有恢复任何内容。若密钥确已更换，请向备份者核实后用新公钥再试",
                "was sealed by %s, not by %s: somebody may have changed it and sealed it anew; nothing was restored. If the key was"
                        + " changed, make sure of it with those who took the backup, and try again with the new one",
                by.text(),
                expected.text());
    }

    static Refused noSeal(String file) {
        return refused(
                file,
                "backup.no-seal",
                "没有封印，无法用 --seal-key 核对；没有恢复任何内容。若备份写于加封之前，请去掉 --seal-key 再试",
                "has no seal that could be checked by --seal-key; nothing was restored. If it was written before backups were sealed, try"
                        + " again without --seal-key");
    }

    static Refused member(String name) {
        return refused(
                shown(name),
                "backup.member",
                "与备份清单不符（缺少、多余或内容不同）；请用另一份备份",
                "does not fit the manifest (missing, in excess or different): use another backup");
    }

    static Refused room(String folder, long needed, long there) {
        return refused(
                folder,
                "backup.room",
                "空间不够：需要 %s MB，只有 %s MB",
                "there is not enough room: %s MB are needed, %s MB are there",
                needed >> 20,
                there >> 20);
    }

    static Refused schema(String version) {
        return refused(
                "schema " + version,
                "backup.schema",
                "备份的表结构不是这个版本的评衡所知道的；请使用写成备份的那个版本或更新的版本",
                "this Pingheng does not know the tables of the backup: use the one that wrote it, or a later one");
    }

    static Refused rows(String table, String why) {
        return refused(
                "tables/" + table,
                "backup.rows",
                "这些行不能原样放回，没有恢复任何内容；原因：%s",
                "these rows cannot be put back as they were, nothing was restored; the reason: %s",
                shown(why));
    }

    static Refused ledger(String chains) {
        return refused(
                "ledger_entry",
                "backup.ledger",
                "台账的链不成立：%s；备份取自被改动过的数据，没有恢复任何内容",
                "chains of the ledger do not hold: %s; the backup was taken of changed data, nothing was restored",
                shown(chains));
    }

    private static Refused refused(String what, String code, String zh, String en, Object... args) {
        return new Refused(Place.file(what), code, Sentence.of(zh, en, args));
    }

    /** What comes out of a hostile file is shown short and without control characters. */
    private static String shown(String given) {
        var cut = given.length() > SHOWN ? given.substring(0, SHOWN) + "…" : given;
        return cut.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
