package pingheng.commands;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import pingheng.problem.Sentence;

/** Says in a sentence why a command failed, when no rule refused it: what the machine, the disk or the database would not do. */
final class CommandFailure {
    private static final String FULL = "No space left";

    private CommandFailure() {}

    /** The nearest cause that has a sentence; a fault of ours names what was thrown. */
    static Sentence of(Throwable failure) {
        return causes(failure).stream()
                .map(CommandFailure::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ours(failure));
    }

    /** Outermost first; also what was suppressed counts for nothing. */
    static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause())
            causes.add(cause);
        return causes;
    }

    private static Optional<Sentence> known(Throwable cause) {
        return switch (cause) {
            case PortInUseException port -> Optional.of(port(String.valueOf(port.getPort())));
            case BindException _ -> Optional.of(port(""));
            case SQLException sql -> Optional.of(database(sql));
            case FileSystemException file -> Optional.of(file(file));
            case IOException io when said(io).contains(FULL) -> Optional.of(full(""));
            case IOException io -> Optional.of(Sentence.of("读写失败：%1$s", "Reading or writing failed: %1$s", said(io)));
            case OutOfMemoryError _ ->
                Optional.of(new Sentence(
                        "内存不够；请用 JAVA_OPTS 给程序更多内存，例如 -Xmx2g",
                        "There is not enough memory: give the program more, like -Xmx2g"));
            default -> Optional.empty();
        };
    }

    private static Sentence port(String port) {
        return Sentence.of(
                "端口 %1$s 已被别的程序占用，评衡没有启动；请先停止那个程序，或用 --port 另选端口",
                "Another program has port %1$s, Pingheng was not started: stop that program, or choose another port with --port",
                port);
    }

    private static Sentence file(FileSystemException failed) {
        var file = Objects.requireNonNullElse(failed.getFile(), "");
        return switch (failed) {
            case AccessDeniedException _ ->
                Sentence.of("没有权限读写 %1$s", "%1$s may not be read or written by this account", file);
            case NoSuchFileException _ -> Sentence.of("没有这个文件或文件夹：%1$s", "There is no such file or folder: %1$s", file);
            case FileAlreadyExistsException _ ->
                Sentence.of("已经有 %1$s，没有覆盖", "%1$s exists and was not overwritten", file);
            case NotDirectoryException _ -> Sentence.of("不是文件夹：%1$s", "This is no folder: %1$s", file);
            default ->
                said(failed).contains(FULL)
                        ? full(file)
                        : Sentence.of("读写失败：%1$s", "Reading or writing failed: %1$s", said(failed));
        };
    }

    private static Sentence full(String file) {
        return Sentence.of(
                "磁盘已满，没有写完 %1$s；请腾出空间后再运行一次",
                "The disk is full and %1$s was not written to its end: make room and run it again", file);
    }

    /** By SQLSTATE: XX001 and XX002 are damaged pages, 53100 is a full disk, 08 and 57 a line that broke. */
    private static Sentence database(SQLException failed) {
        var state = String.valueOf(failed.getSQLState());
        if (state.matches("XX00[12]"))
            return Sentence.of(
                    "数据库文件已损坏，没有做完（%1$s）；请不要改动数据文件夹，把最近的备份恢复到另一个空文件夹",
                    "A file of the database is damaged and this was not done (%1$s): leave the data folder as it is, and restore the"
                            + " latest backup into another, empty one",
                    said(failed));
        if (state.equals("53100")) return full("");
        if (state.matches("(08|57).*"))
            return Sentence.of(
                    "数据库连接不上或中断了：%1$s", "The database cannot be reached, or the line to it broke: %1$s", said(failed));
        return Sentence.of("数据库拒绝了：%1$s", "The database refused: %1$s", said(failed));
    }

    private static Sentence ours(Throwable failure) {
        return Sentence.of(
                "程序出错：%1$s；设环境变量 PINGHENG_TRACE=1 再运行一次，会写出详情，请一并报告",
                "Something broke on our side: %1$s; run it again with PINGHENG_TRACE=1 in the environment and report what it says",
                failure.getClass().getSimpleName() + " " + said(failure));
    }

    /** One line. */
    private static String said(@Nullable Throwable failure) {
        var message = failure == null ? null : failure.getMessage();
        return Objects.requireNonNullElse(message, "").replaceAll("\\s+", " ").strip();
    }
}
