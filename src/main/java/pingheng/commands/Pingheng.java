package pingheng.commands;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import pingheng.problem.Refused;

/** The program {@code pingheng}: an evaluation that anyone can recompute. */
@Command(
        name = "pingheng",
        mixinStandardHelpOptions = true,
        version = "pingheng 0.1.0",
        description = "评衡：谁都能重算的评价。 An evaluation that anyone can recompute.",
        subcommands = {
            EvaluateCommand.class,
            FrameworkCommand.class,
            RehearseCommand.class,
            ServeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class
        })
public final class Pingheng {
    /** What was handed in is refused: every finding has been printed, nothing was written. */
    static final int REFUSED = 1;

    /** The machine, the disk or the database would not do it, or the fault is ours. */
    static final int FAILED = 3;

    private Pingheng() {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = run(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                args);
        System.exit(exit);
    }

    /**
     * Runs one command; exit code 0 when done, 1 when refused, 2 when the command line is not understood, 3 when it failed, 10 and more
     * when a verification found differences.
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        int exit = execute(out, err, args);
        out.flush();
        err.flush();
        return exit;
    }

    private static int execute(PrintWriter out, PrintWriter err, String... args) {
        try {
            return new CommandLine(new Pingheng())
                    .setOut(out)
                    .setErr(err)
                    .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, err))
                    .execute(args);
        } catch (Error failure) {
            return tell(failure, err);
        }
    }

    /** Every failure ends in a sentence; where it came from is told to those who ask for it. */
    private static int tell(Throwable failure, PrintWriter err) {
        for (var cause : CommandFailure.causes(failure))
            if (cause instanceof Refused refused) {
                tell(refused, err);
                return REFUSED;
            }
        var sentence = CommandFailure.of(failure);
        err.println(sentence.zh());
        err.println(sentence.en());
        if (System.getenv("PINGHENG_TRACE") != null) failure.printStackTrace(err);
        return FAILED;
    }

    private static void tell(Refused refused, PrintWriter err) {
        refused.findings().forEach(finding -> err.println(finding.told()));
        int more = refused.count() - refused.findings().size();
        if (more > 0) err.printf("……另有 %d 处。 … and %d more.%n", more, more);
        err.printf("共 %d 处需要改正，没有写出任何结果。 %d to correct; nothing has been written.%n", refused.count(), refused.count());
    }
}
