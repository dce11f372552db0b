package org.iochub.feed.internal.ngsild;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iochub.core.hub.Hub;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.RecordType;
import org.iochub.model.schema.Shape;

/** The {@code @context} of everything served here: what each short name means in full. */
final class Vocabulary {
    static final String PATH = "/ngsi-ld/v1/context.jsonld";
    /** Every NGSI-LD context ends with it. */
    static final String CORE = "https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v1.8.jsonld";

    private static final String OWN = "urn:iochub:term:";
    /** What the core context defines; nobody else may. */
    private static final List<String> OF_CORE =
            List.of("id", "type", "scope", "location", "title", "description", "value", "unitCode", "observedAt");
    /** Common to all models, then by model; no name has two meanings among them. */
    private static final Map<String, List<String>> TERMS = Map.of(
            "",
            List.of("name", "dateObserved", "dataProvider", "source", "dateModified", "validFrom"),
            "dataModel.Alert/",
            List.of("category", "subCategory", "severity", "dateIssued", "validTo", "alertSource"),
            "dataModel.Environment/",
            List.of("pm25", "pm10", "so2", "no", "no2", "nox", "co", "o3"),
            "dataModel.Transportation/",
            List.of("intensity", "averageVehicleSpeed", "occupancy", "laneId", "vehicleType"),
            "dataModel.KeyPerformanceIndicator/",
            List.of("kpiValue", "calculationFrequency", "calculationPeriod", "from", "to", "area"),
            "dataModel.IssueTracking/",
            List.of(
                    "service_code",
                    "service_name",
                    "status_notes",
                    "agency_responsible",
                    "address_string",
                    "media_url",
                    "requested_datetime",
                    "updated_datetime",
                    "expected_datetime"));

    private final Hub hub;
    private final RecordTypeRegistry types;
    private final Entities entities;

    Vocabulary(Hub hub, RecordTypeRegistry types, Entities entities) {
        this.hub = hub;
        this.types = types;
        this.entities = entities;
    }

    String address() {
        return hub.publicUrl() + PATH;
    }

    /** What stands under {@code @context} in a document that carries it along. */
    List<String> inline() {
        return List.of(address(), CORE);
    }

    /** For documents that do not. */
    String link() {
        return "<" + address() + ">; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"";
    }

    Map<String, Object> document() {
        Map<String, Object> terms = new LinkedHashMap<>();
        TERMS.forEach((model, names) -> names.forEach(name -> terms.put(name, SmartModels.HOME + model + name)));
        terms.put("status", "https://uri.etsi.org/ngsi-ld/status");
        for (String own : List.of(
                "reportStatus", "incidentCategory", "incidentSubCategory", "areaCode", "longitude", "latitude")) {
            terms.put(own, OWN + own);
        }
        for (RecordType<?> type : types.all()) {
            entities.types(type.name()).forEach(model -> terms.put(model.name(), model.iri()));
            add(terms, Shape.of(type.dataClass()));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", terms);
        return document;
    }

    private static void add(Map<String, Object> terms, Shape shape) {
        for (Shape.Component component : shape.components()) {
            if (!OF_CORE.contains(component.name())) {
                terms.putIfAbsent(component.name(), OWN + component.name());
            }
            if (component.kind() == Shape.Kind.NESTED) {
                add(terms, Shape.of(component.valueClass()));
            }
        }
    }
}
