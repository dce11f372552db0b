package org.iochub.feed.internal.ngsild;

import java.util.Set;

/** Incidents as {@code Alert}. */
final class AlertModel implements EntityModel {
    /** The model's closed list; a category it does not know keeps the hub's own name. */
    private static final Set<String> CATEGORIES =
            Set.of("traffic", "naturalDisaster", "weather", "environment", "health", "security", "agriculture");

    @Override
    public String name() {
        return "Alert";
    }

    @Override
    public String iri() {
        return SmartModels.HOME + "dataModel.Alert/Alert";
    }

    @Override
    public String recordType() {
        return "incident";
    }

    @Override
    public void fill(Draft draft) {
        boolean known = CATEGORIES.contains(draft.look("category").asText());
        draft.rename("category", known ? "category" : "incidentCategory")
                .rename("subCategory", known ? "subCategory" : "incidentSubCategory")
                .rename("title", "description")
                .moment("issuedAt", "dateIssued")
                .rename("sourceRef", "alertSource");
    }
}
