package pingheng.files;

import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** How the vault says no. */
final class VaultRefusals {
    private static final int SHOWN = 80;

    private VaultRefusals() {}

    static Refused tooLarge(Place place, long most) {
        return refused(
                place,
                "files.too-large",
                "超过 %s，没有保存；请压缩、降低扫描分辨率或拆分后再传",
                "is larger than %s and was not kept: compress it, scan it at a lower resolution or split it, and send it again",
                size(most));
    }

    static Refused empty(Place place) {
        return refused(
                place,
                "files.empty",
                "是空文件（0 字节），没有保存；请在本机打开确认后重新选择",
                "is empty (0 bytes) and was not kept: open it on your machine to see, and choose it again");
    }

    static Refused diskFull(Place place) {
        return refused(
                place,
                "files.disk-full",
                "服务器存储空间不足，没有保存；请联系系统管理员清理或扩容后再传",
                "the disk of the server is full and nothing was kept: ask its administrator for room, and send it again");
    }

    static Refused noName(String given) {
        return refused(
                Place.file(shown(given)),
                "files.no-name",
                "不是文件摘要（64 位小写十六进制）；请从页面上的链接打开",
                "is no name of stored bytes (64 lower-case hexadecimal digits): follow the link on the page");
    }

    static Refused missing(String sha256) {
        return refused(
                Place.file(sha256),
                "files.missing",
                "存储中没有此文件；请系统管理员从备份恢复，或重新上传",
                "is not in the store: its administrator can bring it back from the backup, or it is sent again");
    }

    private static Refused refused(Place place, String code, String zh, String en, Object... args) {
        return new Refused(place, code, Sentence.of(zh, en, args));
    }

    private static String size(long bytes) {
        if (bytes % (1 << 20) == 0) return (bytes >> 20) + " MB";
        return bytes % (1 << 10) == 0 ? (bytes >> 10) + " KB" : bytes + " B";
    }

    /** A hostile name ends up in logs and on pages: it is shown short and without control characters. */
    private static String shown(String given) {
        var cut = given.length() > SHOWN ? given.substring(0, SHOWN) + "…" : given;
        return cut.replaceAll("[^\\x20-\\x7E…]", "?");
    }
}
