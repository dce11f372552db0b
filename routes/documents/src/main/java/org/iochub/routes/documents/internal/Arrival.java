package org.iochub.routes.documents.internal;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.iochub.api.RawMessage;

/**
 * What the gateway says about a message, as it travels beside it.
 *
 * @param gatewayId the gateway's own name for it
 * @param receivedAt when the gateway received it
 */
record Arrival(Optional<String> gatewayId, OffsetDateTime receivedAt) {
    static final String ID = "GatewayId";
    static final String RECEIVED = "GatewayReceivedAt";
    /** Set on a notice, which stands for a document that could not be had: why. */
    static final String NOT_HAD = "GatewayDocumentNotHad";

    static Arrival of(RawMessage message) {
        return new Arrival(
                Optional.ofNullable(message.attributes().get(ID)),
                Optional.ofNullable(message.attributes().get(RECEIVED))
                        .map(OffsetDateTime::parse)
                        .orElseGet(message::receivedAt));
    }
}
