package pingheng.commands.verify;

import java.util.ArrayList;
import java.util.List;
import pingheng.check.Mismatch;
import pingheng.check.Mismatch.Kind;
import pingheng.database.Sql;
import pingheng.files.Vault;
import pingheng.ledger.Chain;
import pingheng.ledger.Rewritten;

/**
 * Somebody with the rights of the owner who runs the checks and sets right whatever they name, again and again, so that what was planted
 * is no longer seen: digests everywhere they stand and, if they go that far, the entries of the ledger and their chains.
 */
record Forger(Sql db, Vault vault) {
    /** Where the digests stand that something signed, sealed or released is known by. */
    private static final List<String> COLUMNS = List.of(
            "sign_off digest",
            "frozen content",
            "frozen manifest",
            "frozen digest",
            "submission manifest",
            "submission digest",
            "submission previous",
            "sealed_point digest",
            "judgement sealed",
            "opinion digest",
            "site_record digest",
            "deliberation_minutes digest",
            "survey_import digest",
            "release digest",
            "release_proposal digest",
            "school_batch digest",
            "chain_heads content",
            "chain_heads digest");

    private static final int MOST = 20;

    /** What is still named when nothing more can be set right: by depth (b) with the ledger as it is, by (c) with all of it anew. */
    List<Mismatch> forge(boolean ledger) {
        for (int round = 0; round < MOST; round++) {
            var named = Checks.run(db, vault, new Checks.Held(null, null)).found();
            boolean done = named.stream().filter(one -> set(one, ledger)).count() == 0;
            if (done) return named;
        }
        throw new IllegalStateException("the forger does not come to an end");
    }

    private boolean set(Mismatch one, boolean ledger) {
        if (one.kind() == Kind.LEDGER) {
            if (!ledger) return false;
            if (one.row().contains(" names ")) return digest(one, true);
            Rewritten.chain(db, chain(one));
            return true;
        }
        if (isDigest(one.expected()) && isDigest(one.found())) return digest(one, ledger);
        if (one.kind() == Kind.CHANGED && one.row().startsWith("frozen "))
            return text("frozen", "content", one.expected(), one.found());
        if (one.kind() == Kind.CHANGED && one.row().startsWith("school"))
            return text("school_batch", "content", one.expected(), one.found());
        if (one.row().startsWith("deliberation_minutes") && one.row().contains(" text")) return minutes(one);
        return false;
    }

    private static Chain chain(Mismatch one) {
        return new Chain(one.row().replaceAll("^ledger_entry ([^#]+)#.*$", "$1"));
    }

    private boolean digest(Mismatch one, boolean ledger) {
        boolean set = false;
        for (var column : COLUMNS) {
            var at = column.split(" ");
            set |= text(at[0], at[1], one.found(), one.expected());
        }
        if (ledger) set |= text("ledger_entry", "zh", one.found(), one.expected());
        if (ledger) set |= text("ledger_entry", "en", one.found(), one.expected());
        return set;
    }

    /** The lines of two units may be equal: the one that is named is set, alone. */
    private boolean minutes(Mismatch one) {
        int number = Integer.parseInt(one.row().substring(one.row().lastIndexOf(' ') + 1));
        var stored = db.sql("select text from deliberation_minutes").single(row -> row.text("text"));
        var lines = new ArrayList<>(stored.lines().toList());
        lines.set(number - 1, one.expected());
        return db.sql("update deliberation_minutes set text = :text")
                        .with("text", String.join("\n", lines) + "\n")
                        .update()
                > 0;
    }

    private boolean text(String table, String column, String before, String after) {
        return db.sql("update %1$s set %2$s = replace(%2$s, :before, :after) where position(:before in %2$s) > 0"
                                .formatted(table, column))
                        .with("before", before, "after", after)
                        .update()
                > 0;
    }

    private static boolean isDigest(String text) {
        return text.matches("[0-9a-f]{64}");
    }
}
