package pingheng.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The SQL statements that are sent while something is done, by whatever thread. */
public final class Statements extends AppenderBase<ILoggingEvent> {
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    private Statements() {}

    /** What was sent while it was done. */
    public static List<String> of(Runnable done) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = log.getLevel();
        boolean additive = log.isAdditive();
        var statements = new Statements();
        statements.start();
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        log.addAppender(statements);
        try {
            done.run();
        } finally {
            log.detachAppender(statements);
            log.setAdditive(additive);
            log.setLevel(before);
        }
        return List.copyOf(statements.sent);
    }

    @Override
    protected void append(ILoggingEvent event) {
        var told = event.getFormattedMessage();
        if (told.startsWith("Executing prepared SQL statement [") || told.startsWith("Executing SQL")) sent.add(told);
    }
}
