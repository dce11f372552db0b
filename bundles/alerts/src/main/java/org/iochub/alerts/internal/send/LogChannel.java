package org.iochub.alerts.internal.send;

import java.util.List;
import java.util.function.Consumer;
import org.iochub.alerts.internal.engine.Change.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line in the log. */
public final class LogChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger("org.iochub.alerts");

    @Override
    public String name() {
        return "log";
    }

    @Override
    public void send(List<Notice> notices, int lost, Consumer<List<Notice>> told) {
        for (Notice notice : notices) {
            String line = Messages.line(notice).replaceAll("\\s+", " ");
            if (notice.kind() == Kind.RESOLVED) {
                LOG.info("{}", line);
            } else {
                LOG.warn("{}", line);
            }
        }
        told.accept(notices);
    }
}
