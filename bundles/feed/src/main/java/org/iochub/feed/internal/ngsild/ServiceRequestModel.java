package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.node.TextNode;
import org.iochub.feed.internal.open311.RequestStatus;

/** Citizen reports as {@code Open311ServiceRequest}. */
final class ServiceRequestModel implements EntityModel {
    @Override
    public String name() {
        return "Open311ServiceRequest";
    }

    @Override
    public String iri() {
        return SmartModels.HOME + "dataModel.IssueTracking/Open311ServiceRequest";
    }

    @Override
    public String recordType() {
        return "citizen-report";
    }

    @Override
    public void fill(Draft draft) {
        String status = draft.look("status").asText();
        draft.put("reportStatus", Attribute.property(draft.take("status")))
                .put("status", Attribute.property(TextNode.valueOf(RequestStatus.of(status))))
                .rename("serviceCode", "service_code")
                .rename("serviceName", "service_name")
                .rename("text", "description")
                .rename("statusNotes", "status_notes")
                .rename("agency", "agency_responsible")
                .rename("address", "address_string")
                .rename("mediaRefs", "media_url")
                .moment("requestedAt", "requested_datetime")
                .moment("updatedAt", "updated_datetime")
                .moment("expectedAt", "expected_datetime");
    }
}
