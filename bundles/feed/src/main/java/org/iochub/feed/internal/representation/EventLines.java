package org.iochub.feed.internal.representation;

import java.io.IOException;
import java.io.OutputStream;
import org.iochub.core.hub.Hub;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.event.EventJson;
import org.iochub.reading.scope.Shown;

/** CloudEvents, one on each line. */
public final class EventLines {
    private final EventJson events;

    public EventLines(Hub hub) {
        this.events = new EventJson(new EventAttributes(hub));
    }

    public void write(Shown shown, OutputStream out) throws IOException {
        events.write(shown, out);
        out.write('\n');
    }
}
