package org.iochub.routes.urbansecurity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.XmlElement;
import org.iochub.model.FaultException;

/** Turns an alert into the incident it is about; what is not actual, or no news, into nothing. */
final class CapNormalizer implements Normalizer {
    /** What the route found the alert to go back to. */
    static final String ROOT = "CapRoot";

    private final Source<UrbanSecuritySettings> source;
    private final Incidents incidents;

    CapNormalizer(Source<UrbanSecuritySettings> source) {
        this.source = source;
        this.incidents = new Incidents(source);
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        XmlElement alert;
        try (InputStream in = message.open()) {
            alert = CapDocument.requireAlert(
                    CapDocument.xml(in, source.settings().maxBytes()));
        }
        RawPart raw = RawPart.whole(message);
        Optional<String> root = Optional.ofNullable(message.attributes().get(ROOT));
        try {
            return incidents.of(alert, root, raw).stream();
        } catch (FaultException e) {
            return Stream.of(new Change.Refusal(e.fault(), raw));
        }
    }
}
