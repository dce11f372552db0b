package org.iochub.declarative.internal.fetch.mqtt;

import java.util.List;
import java.util.Optional;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.declarative.internal.fetch.inbox.Span;

/**
 * The options of an {@code mqtt} fetch.
 *
 * @param clientId of the session at the broker
 * @param session how long the broker keeps the session while the hub is away
 * @param batch messages of one delivery at most
 * @param window how long they are gathered
 * @param maxBytes of one message
 * @param ca a file of certificates to trust
 */
record MqttOptions(
        Template broker,
        List<Template> topics,
        int qos,
        Optional<Template> clientId,
        Optional<Template> user,
        Optional<Template> password,
        Span session,
        int batch,
        Span window,
        int maxBytes,
        Optional<Template> ca) {}
