package org.iochub.feed.internal.representation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.iochub.reading.event.EventJson;
import org.iochub.reading.scope.Shown;

/** One CloudEvent per line. */
final class LinesWriter implements RecordWriter {
    private final EventJson events;

    LinesWriter(EventJson events) {
        this.events = events;
    }

    @Override
    public void write(List<Shown> records, OutputStream out) throws IOException {
        for (Shown shown : records) {
            events.write(shown, out);
            out.write('\n');
        }
    }
}
