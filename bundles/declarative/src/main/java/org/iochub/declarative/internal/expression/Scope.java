package org.iochub.declarative.internal.expression;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.model.Fault;

/**
 * What an expression sees.
 *
 * @param row the record's fields; an element's, within a list
 * @param message what is known of the message: name, receivedAt and the transport's attributes
 * @param source the instance
 * @param receivedAt of the message
 * @param notes doubts that a function has about the data go here; written to by one thread
 */
public record Scope(
        Map<String, Object> row,
        Map<String, Object> message,
        Source<DeclaredSettings> source,
        OffsetDateTime receivedAt,
        List<Fault> notes) {}
