package org.iochub.routes.transport.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.Source;

/** A timetable or a list of road works: the first bytes tell which. */
final class TransportNormalizer implements Normalizer {
    private final Gtfs gtfs;
    private final RoadWorks works;

    TransportNormalizer(Source<TransportSettings> source) {
        this.gtfs = new Gtfs(source);
        this.works = new RoadWorks(source);
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        byte[] start;
        try (InputStream in = message.open()) {
            start = in.readNBytes(Zip.START.length);
        }
        return Zip.starts(start) ? gtfs.changes(message) : works.changes(message);
    }
}
