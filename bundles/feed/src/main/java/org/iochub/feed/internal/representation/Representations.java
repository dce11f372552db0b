package org.iochub.feed.internal.representation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.audit.TrailFilter;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.model.RecordType;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.event.EventJson;
import org.iochub.reading.scope.Shown;

/** Versions as responses. */
public final class Representations {
    private static final List<Format> WITHOUT_PLACE =
            List.of(Format.JSON, Format.NDJSON, Format.CSV, Format.PLAIN_JSON);
    private static final List<Format> ALL =
            List.of(Format.JSON, Format.NDJSON, Format.CSV, Format.GEOJSON, Format.PLAIN_JSON);
    private static final List<String> SINGLE = List.of("application/cloudevents+json", "application/json");

    private final EventAttributes attributes;

    public Representations(Hub hub) {
        this.attributes = new EventAttributes(hub);
    }

    /** @param type what is read, when it is one type */
    public Format choose(Params params, String acceptHeader, Optional<RecordType<?>> type) {
        boolean place = type.flatMap(RecordType::placeField).isPresent();
        return Accept.choose(params, acceptHeader, place ? ALL : WITHOUT_PLACE);
    }

    public Response.ResponseBuilder list(Format format, Optional<RecordType<?>> type, List<Shown> records) {
        RecordWriter writer = writer(format, type);
        StreamingOutput body = out -> writer.write(records, out);
        return Response.ok(body)
                .header("Content-Type", format.contentType())
                .header("Vary", "Accept")
                .header(TrailFilter.RECORDS, records.size());
    }

    public Response single(String acceptHeader, Shown shown) {
        String mediaType = Accept.choose(acceptHeader, SINGLE).orElseThrow(() -> Problems.notAcceptable(SINGLE));
        EventJson events = new EventJson(attributes);
        StreamingOutput body = out -> events.write(shown, out);
        return Response.ok(body)
                .header("ETag", shown.eventId())
                .header(TrailFilter.RECORDS, 1)
                .header("Content-Type", mediaType)
                .header("Vary", "Accept")
                .build();
    }

    /** Versions of one record; without choice of form, since late ones have no place in the others. */
    public Response history(String acceptHeader, List<Shown> versions) {
        List<Format> offered = List.of(Format.JSON, Format.NDJSON, Format.PLAIN_JSON);
        Format format = Accept.choose(new Params(Map.of()), acceptHeader, offered);
        return list(format, Optional.empty(), versions).build();
    }

    /** One version as a CloudEvent on one line. */
    public String event(Shown shown) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new EventJson(attributes).write(shown, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private RecordWriter writer(Format format, Optional<RecordType<?>> type) {
        return switch (format) {
            case JSON, PLAIN_JSON -> new BatchWriter(new EventJson(attributes));
            case NDJSON -> new LinesWriter(new EventJson(attributes));
            case CSV -> new CsvWriter(attributes, type.map(CsvColumns::of).orElse(List.of(List.of())));
            case GEOJSON ->
                new GeoJsonWriter(
                        attributes, type.flatMap(RecordType::placeField).orElseThrow());
        };
    }
}
