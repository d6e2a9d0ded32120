package pingheng.database;

import java.nio.file.Path;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** How the database of our own says no. */
final class DatabaseRefusals {
    private DatabaseRefusals() {}

    static Refused machine(String archive) {
        return refused(
                archive,
                "database.machine",
                "没有适合本机的 PostgreSQL 程序：构建时只带同类机器用的。请在本机重新构建（make clean）；仍没有的，请另装 PostgreSQL 18，" + "并用 --database 指向它",
                "there is no PostgreSQL in here for this machine: a build carries that of the kind of machine it was made on."
                        + " Build it anew on this one (make clean); where that brings none, install PostgreSQL 18 and name it with"
                        + " --database");
    }

    static Refused inUse(Path folder) {
        return refused(
                folder.toString(),
                "database.in-use",
                "另一个评衡程序正在使用这个数据文件夹；请先停止它，或用 --data 另选文件夹",
                "another Pingheng works on this data folder: stop it first, or choose another with --data");
    }

    static Refused starting(Path folder) {
        return refused(
                folder.toString(),
                "database.starting",
                "使用这个数据文件夹的评衡程序正在启动或停止；请稍候再试",
                "the Pingheng that works on this data folder is starting or stopping: try again in a moment");
    }

    static Refused none(Path folder) {
        return refused(
                folder.toString(),
                "database.none",
                "这个文件夹里没有评衡的数据；请用 --data 指明数据文件夹",
                "there is no data of Pingheng in this folder: name the data folder with --data");
    }

    static Refused otherAccount(Path folder) {
        return refused(
                folder.toString(),
                "database.account",
                "数据属于本机的另一个帐户，当前帐户不能读写；请用创建它的帐户运行",
                "the data belongs to another account of this machine, which this one may not read and write:"
                        + " run as the account that made it");
    }

    static Refused unreachable(Path folder) {
        return refused(
                folder.toString(),
                "database.unreachable",
                "数据库所用的帐户进不了这个文件夹；请允许其他帐户通过其上级文件夹（chmod o+x），或把数据移到别处",
                "the account of the database cannot enter this folder: let others pass through the folders above (chmod o+x),"
                        + " or move the data elsewhere");
    }

    static Refused missing(Path folder, Path place) {
        return refused(
                folder.toString(),
                "database.missing",
                "数据库应在 %s，但那里没有；请放回原处，或从备份恢复到空文件夹",
                "its database should be at %s but is not: put it back, or restore a backup into an empty folder",
                place);
    }

    static Refused halfRestored(Path folder) {
        return refused(
                folder.toString(),
                "database.half-restored",
                "上次恢复没有做完，这里的数据不完整；请清空此文件夹，再次恢复",
                "a restore did not come to its end here, the data is not whole: empty this folder and restore again");
    }

    static Refused notEmpty(Path folder) {
        return refused(
                folder.toString(),
                "database.not-empty",
                "这个文件夹不是空的；备份只能恢复到空文件夹",
                "this folder is not empty: a backup is restored into an empty one only");
    }

    static Refused secret(Path secret) {
        return refused(
                secret.toString(),
                "database.secret",
                "与数据库的密码不符；请放回原来的文件",
                "is not the password of the database: put the original file back");
    }

    static Refused noSecret(Path secret) {
        return refused(
                secret.toString(),
                "database.no-secret",
                "这里应有数据库的密码，但没有；请放回原来的文件，或从备份恢复到另一个空文件夹",
                "the password of the database should be here but is not: put the original file back, or restore a backup into another,"
                        + " empty folder");
    }

    static Refused stranger(Path file) {
        return refused(
                file.toString(),
                "database.stranger",
                "属于本机的另一个帐户，当前帐户不能收紧它的权限；请由管理员把它交给当前帐户（chown），或用 --data 另指一个新文件夹",
                "belongs to another account of this machine, so that this one cannot close it to others: have it given to this one"
                        + " (chown), or name a new folder with --data");
    }

    static Refused doesNotStart(Path log) {
        return refused(
                log.toString(),
                "database.start",
                "数据库没有启动，原因见此文件末尾",
                "the database does not start; the end of this file says why");
    }

    static Refused newer(String version) {
        return refused(
                "schema " + version,
                "database.newer",
                "数据由更新版本的评衡写成；请使用那个版本或更新的版本",
                "the data was written by a newer Pingheng: use that one or a later one");
    }

    static Refused refused(String what, String code, String zh, String en, Object... args) {
        return new Refused(Place.file(what), code, Sentence.of(zh, en, args));
    }
}
