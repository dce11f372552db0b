package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.JsonNode;

/** A way to show records of one type: a model of Smart Data Models, or the hub's own. */
interface EntityModel {
    /** The entity type. */
    String name();

    /** The entity type in full. */
    String iri();

    /** The record type it shows. */
    String recordType();

    /** Whether a record can be shown so. */
    default boolean fits(JsonNode data) {
        return true;
    }

    /** Whether every record of the type can. */
    default boolean fitsAll() {
        return true;
    }

    /** Fills in what the model has names for; the rest follows under its own names. */
    void fill(Draft draft);
}
