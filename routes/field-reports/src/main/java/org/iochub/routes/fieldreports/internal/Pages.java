package org.iochub.routes.fieldreports.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.iochub.api.poll.JsonBody;
import org.iochub.api.poll.Page;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.JsonItem;
import org.iochub.model.FaultException;

/** What paging needs to know of a page of service requests. */
final class Pages {
    private Pages() {}

    /**
     * @throws FaultException {@code not-json} when the body is not a whole JSON document: such a page is asked for again,
     *     not delivered
     */
    static Page read(byte[] body, IsoTimes times) throws IOException {
        Map<String, Instant> updated = new HashMap<>();
        int[] elements = {0};
        try (Stream<JsonItem> items = ServiceRequests.in(JsonBody.whole(body))) {
            items.forEach(item -> {
                elements[0]++;
                if (item instanceof JsonItem.Element element) {
                    put(new ReportFields(element.node(), new ArrayList<>()), times, updated);
                }
            });
        }
        return Page.of(body, elements[0], updated);
    }

    /** What the normaliser refuses does not hold up the paging. */
    private static void put(ReportFields fields, IsoTimes times, Map<String, Instant> updated) {
        try {
            fields.text("updated_datetime")
                    .or(() -> fields.text("requested_datetime"))
                    .map(text -> times.read(text, "updated_datetime").time().toInstant())
                    .ifPresent(at -> updated.put(fields.required("service_request_id"), at));
        } catch (FaultException e) {
            // Not known to the paging; the record goes to quarantine by way of the normaliser.
        }
    }
}
