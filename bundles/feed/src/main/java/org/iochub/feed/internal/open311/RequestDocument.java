package org.iochub.feed.internal.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.feed.internal.json.Json;
import org.iochub.reading.scope.Shown;

/** A citizen report as a service request; what a reader may not see is absent. */
final class RequestDocument {
    private RequestDocument() {}

    static Map<String, Object> of(Shown shown) {
        JsonNode data = Json.tree(shown.data());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("service_request_id", shown.record().id().value());
        document.put("status", RequestStatus.of(data.path("status").asText()));
        put(document, "status_notes", data.path("statusNotes"));
        document.put(
                "service_name",
                data.path("serviceName").asText(data.path("serviceCode").asText()));
        put(document, "service_code", data.path("serviceCode"));
        put(document, "description", data.path("text"));
        put(document, "agency_responsible", data.path("agency"));
        put(document, "requested_datetime", data.path("requestedAt"));
        put(document, "updated_datetime", data.path("updatedAt"));
        put(document, "expected_datetime", data.path("expectedAt"));
        put(document, "address", data.path("address"));
        put(document, "lat", data.path("location").path("latitude"));
        put(document, "long", data.path("location").path("longitude"));
        put(document, "media_url", data.path("mediaRefs").path(0));
        document.put("jurisdiction_id", shown.record().tenant());
        document.put("extended_attributes", extended(shown, data));
        return document;
    }

    /** What the hub knows beyond the standard. */
    private static Map<String, Object> extended(Shown shown, JsonNode data) {
        Map<String, Object> more = new LinkedHashMap<>();
        put(more, "report_code", data.path("reportCode"));
        put(more, "report_status", data.path("status"));
        put(more, "source_status", data.path("sourceStatus"));
        put(more, "kind", data.path("kind"));
        put(more, "channel", data.path("channel"));
        put(more, "closed_datetime", data.path("closedAt"));
        put(more, "rating", data.path("rating"));
        Optional.of(shown).flatMap(Shown::area).ifPresent(area -> more.put("area", area.code()));
        return more;
    }

    private static void put(Map<String, Object> document, String name, JsonNode value) {
        if (value.isNumber()) {
            document.put(name, value.decimalValue());
        } else if (value.isValueNode() && !value.isNull()) {
            document.put(name, value.asText());
        }
    }
}
