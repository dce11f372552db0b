package org.iochub.feed.internal.representation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.iochub.reading.event.EventJson;
import org.iochub.reading.scope.Shown;

/** A JSON array of CloudEvents. */
final class BatchWriter implements RecordWriter {
    private final EventJson events;

    BatchWriter(EventJson events) {
        this.events = events;
    }

    @Override
    public void write(List<Shown> records, OutputStream out) throws IOException {
        out.write('[');
        boolean first = true;
        for (Shown shown : records) {
            if (!first) {
                out.write(',');
                out.write('\n');
            }
            first = false;
            events.write(shown, out);
        }
        out.write(']');
    }
}
