package pingheng.page.failure;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import pingheng.page.WriteOutcome;

/**
 * Listens to every commit, so that the answer to a failure says what is known of the data. From the moment in which a commit is asked
 * for until the database has answered, the outcome is unclear.
 */
@Component
class Commits implements TransactionExecutionListener {
    private static final ThreadLocal<WriteOutcome> BEFORE = ThreadLocal.withInitial(() -> WriteOutcome.NOTHING);

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isReadOnly()) return;
        BEFORE.set(WriteOutcome.current());
        WriteOutcome.UNCLEAR.note();
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (transaction.isReadOnly()) return;
        var before = BEFORE.get();
        BEFORE.remove();
        if (failure == null) (before == WriteOutcome.UNCLEAR ? before : WriteOutcome.WRITTEN).note();
        else if (rolledBack(failure)) before.note();
    }

    /** Whether the database itself has said that it kept nothing: a constraint or a conflict seen at the commit (SQLSTATE 23, 40). */
    private static boolean rolledBack(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException said && said.getSQLState() != null)
                return said.getSQLState().matches("23...|40[^0]..|400(?!03)..");
        return false;
    }
}
