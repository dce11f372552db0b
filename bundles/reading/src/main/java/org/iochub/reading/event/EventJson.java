package org.iochub.reading.event;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.iochub.reading.scope.Shown;

/** One version as a CloudEvent in JSON; its data is canonical JSON already and goes in as it is. */
public final class EventJson {
    private static final byte[] DATA = ",\"data\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LATE = ",\"late\":true".getBytes(StandardCharsets.US_ASCII);
    private final EventAttributes attributes;

    public EventJson(EventAttributes attributes) {
        this.attributes = attributes;
    }

    public void write(Shown shown, OutputStream out) throws IOException {
        out.write('{');
        writeAttributes(attributes.of(shown), out);
        if (shown.late()) {
            out.write(LATE);
        }
        if (!shown.isDelete()) {
            out.write(DATA);
            out.write(shown.data());
        }
        out.write('}');
    }

    /** Members without braces. */
    public static void writeAttributes(Map<String, String> attributes, OutputStream out) throws IOException {
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        StringBuilder members = new StringBuilder(512);
        attributes.forEach((name, value) -> {
            members.append(members.isEmpty() ? "\"" : ",\"").append(name).append("\":\"");
            encoder.quoteAsString(value, members);
            members.append('"');
        });
        out.write(members.toString().getBytes(StandardCharsets.UTF_8));
    }
}
