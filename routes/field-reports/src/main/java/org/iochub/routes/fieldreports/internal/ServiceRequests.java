package org.iochub.routes.fieldreports.internal;

import java.io.IOException;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.model.FaultException;

/** The service requests of an answer: a JSON array, which some servers wrap as {@code {"service_requests": […]}}. */
final class ServiceRequests {
    private static final String WRAPPER = "service_requests";

    private ServiceRequests() {}

    static Stream<JsonItem> in(RawMessage message) throws IOException {
        try {
            return JsonRecords.array(message, JsonLimits.DEFAULT);
        } catch (FaultException e) {
            if (!e.fault().code().equals("missing-list")) {
                throw e;
            }
            return JsonRecords.array(message, JsonLimits.DEFAULT, WRAPPER);
        }
    }
}
