package org.iochub.feed.internal.soap;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import org.iochub.feed.internal.problem.ProblemException;

/** Bodies of SOAP messages. */
public final class SoapBytes {
    private SoapBytes() {}

    public static void read(byte[] bytes) {
        try {
            SoapRequest request = SoapRequest.of(
                    Payload.element(new StreamSource(new ByteArrayInputStream(bytes))), Optional.empty());
            request.params().integer("limit", 1, 1, 10);
            request.params().moment("since");
        } catch (ProblemException refused) {
            // As a client is told.
        }
    }
}
