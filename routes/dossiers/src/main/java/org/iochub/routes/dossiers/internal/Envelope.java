package org.iochub.routes.dossiers.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.iochub.api.RawMessage;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/** What a message says around its list: which service it is. Read first, wherever it stands; the list is skipped. */
final class Envelope {
    enum Service {
        DOSSIERS("DongBoHoSoMC"),
        STEPS("CapNhatTienDoHoSoMC");

        private final String wireName;

        Service(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    private static final JsonFactory JSON = new JsonFactory();

    private Envelope() {}

    /** @throws FaultException {@code unknown-service} when it is neither of the two */
    static Service service(RawMessage message) throws IOException {
        Optional<String> name = find(message, "service");
        for (Service service : Service.values()) {
            if (name.filter(service.wireName::equals).isPresent()) {
                return service;
            }
        }
        String shown = name.map(Shown::of).orElse("");
        throw FaultException.of(
                "unknown-service",
                "service",
                "Trường service là «" + shown + "»; phải là DongBoHoSoMC hoặc CapNhatTienDoHoSoMC.",
                "Field service is «" + shown + "»; it must be DongBoHoSoMC or CapNhatTienDoHoSoMC.");
    }

    private static Optional<String> find(RawMessage message, String field) throws IOException {
        try (InputStream in = message.open();
                JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(field);
                parser.nextToken();
                if (found) {
                    return Optional.ofNullable(parser.getValueAsString());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException e) {
            // Whoever reads the list says where the message breaks; without the service nobody can.
            return Optional.empty();
        }
    }
}
