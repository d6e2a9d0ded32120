package pingheng.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import pingheng.problem.Findings;

/** What was noticed about tables that were taken is told beside the result, where complaints are told. */
final class Notes {
    private Notes() {}

    static void tell(@Nullable CommandSpec spec, Findings findings) {
        if (spec == null) return;
        var complaints = spec.commandLine().getErr();
        findings.notes().forEach(note -> complaints.println(note.told()));
    }
}
