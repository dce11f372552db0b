package org.iochub.feed.internal.ngsild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.iochub.model.area.AreaRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgsiLdHttpTest {
    private static final String ERRORS = "https://uri.etsi.org/ngsi-ld/errors/";
    private static final String ENTITIES = "/ngsi-ld/v1/entities";
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void incidentsAreAlerts() {
        face.log.append(Sample.of(
                "incident",
                "a",
                "{\"incidentCode\":\"SC-1\",\"category\":\"traffic\",\"severity\":\"high\",\"title\":\"Ùn tắc cầu\","
                        + "\"issuedAt\":\"2026-03-01T08:00:00+07:00\",\"status\":\"active\","
                        + "\"location\":{\"longitude\":105.9,\"latitude\":10.2}}"));
        face.log.append(Sample.of(
                "incident",
                "b",
                "{\"incidentCode\":\"SC-2\",\"category\":\"fire\",\"severity\":\"low\",\"title\":\"Cháy\","
                        + "\"issuedAt\":\"2026-03-01T08:00:00+07:00\",\"status\":\"active\"}"));

        HttpResponse<String> answer = face.get(READER, ENTITIES + "?type=Alert");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().allValues("Link"))
                .anyMatch(link -> link.contains("json-ld#context") && link.contains("/ngsi-ld/v1/context.jsonld"));
        JsonNode traffic = byField(json(answer), "incidentCode", "SC-1");
        assertThat(traffic.path("type").asText()).isEqualTo("Alert");
        assertThat(traffic.path("id").asText()).startsWith("urn:ngsi-ld:Alert:");
        assertThat(traffic.at("/category/value").asText()).isEqualTo("traffic");
        assertThat(traffic.at("/severity").toString()).isEqualTo("{\"type\":\"Property\",\"value\":\"high\"}");
        assertThat(traffic.at("/dateIssued/value/@type").asText()).isEqualTo("DateTime");
        assertThat(traffic.at("/dateIssued/value/@value").asText()).isEqualTo("2026-03-01T08:00:00+07:00");
        assertThat(traffic.at("/location/type").asText()).isEqualTo("GeoProperty");
        assertThat(traffic.at("/location/value").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[105.9,10.2]}");
        // The model's list has no fire: nothing is guessed.
        JsonNode fire = byField(json(answer), "incidentCode", "SC-2");
        assertThat(fire.has("category")).isFalse();
        assertThat(fire.at("/incidentCategory/value").asText()).isEqualTo("fire");
    }

    @Test
    void indicatorsAreKeyPerformanceIndicators() {
        face.log.append(Sample.of(
                "indicator",
                "a",
                "{\"indicatorCode\":\"IIP\",\"name\":\"Chỉ số\",\"area\":\"86\",\"period\":\"2026-01-01/2026-01-31\","
                        + "\"periodEnd\":\"2026-02-01T00:00:00+07:00\",\"frequency\":\"monthly\",\"value\":104.5,"
                        + "\"unit\":\"%\",\"measure\":\"actual\",\"breakdown\":{},\"revision\":0}"));

        JsonNode kpi = json(face.get(READER, ENTITIES + "?type=KeyPerformanceIndicator"))
                .path(0);

        assertThat(kpi.at("/kpiValue/value").decimalValue()).isEqualByComparingTo("104.5");
        assertThat(kpi.at("/kpiValue/unitCode").asText()).isEqualTo("P1");
        assertThat(kpi.at("/kpiValue/observedAt").asText()).isEqualTo("2026-01-31T17:00:00Z");
        assertThat(kpi.at("/calculationFrequency/value").asText()).isEqualTo("monthly");
        assertThat(kpi.at("/calculationPeriod/value").toString())
                .isEqualTo("{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}");
        assertThat(kpi.has("breakdown")).isFalse();
    }

    @Test
    void observationsGoWhereTheyFit() {
        face.log.append(Sample.observation("PM2.5", "23.5", "ug/m3"));
        face.log.append(Sample.observation("SO2", "12", "ug/m3"));
        // Of an instrument that moves.
        face.log.append(Sample.of(
                "observation",
                "moving",
                Sample.observation("PM10", "9", "ug/m3")
                        .data()
                        .replace("}", ",\"location\":{\"longitude\":105.5,\"latitude\":10.5}}")));
        // From a chimney: the unit says so.
        face.log.append(Sample.observation("SO2", "120", "mg/m3"));
        face.log.append(Sample.observation("COD", "7", "mg/L"));
        face.log.append(Sample.observation("count.truck.lane-2", "4", "{vehicle}"));
        face.log.append(Sample.observation("speed.lane-1", "41", "km/h"));
        face.log.append(Sample.observation("occupancy.lane-1", "31.5", "%"));

        JsonNode air = json(face.get(READER, ENTITIES + "?type=AirQualityObserved&options=keyValues"));
        assertThat(air).hasSize(3);
        assertThat(withField(json(face.get(READER, ENTITIES + "?type=AirQualityObserved")), "pm10")
                        .at("/location/type")
                        .asText())
                .isEqualTo("GeoProperty");
        assertThat(withField(air, "pm25").path("pm25").decimalValue()).isEqualByComparingTo("23.5");
        assertThat(withField(air, "so2").path("dateObserved").asText()).isEqualTo("2026-03-01T08:00:00+07:00");
        JsonNode flow = json(face.get(READER, ENTITIES + "?type=TrafficFlowObserved&options=keyValues"));
        assertThat(flow).hasSize(3);
        JsonNode count = withField(flow, "intensity");
        assertThat(count.path("vehicleType").asText()).isEqualTo("lorry");
        assertThat(count.path("laneId").asInt()).isEqualTo(2);
        assertThat(withField(flow, "occupancy").path("occupancy").decimalValue())
                .isEqualByComparingTo("0.315");
        assertThat(json(face.get(READER, ENTITIES + "?type=Observation&options=keyValues")))
                .hasSize(2);
        HttpResponse<String> both =
                face.get(READER, ENTITIES + "?type=AirQualityObserved,TrafficFlowObserved&count=true&limit=1");
        assertThat(both.headers().firstValue("NGSILD-Results-Count")).hasValue("6");
        assertThat(json(face.get(READER, ENTITIES + "?attrs=pm25&type=AirQualityObserved")))
                .hasSize(1);
    }

    @Test
    void whatFitsNoModelHasTheHubsOwnType() {
        face.log.append(Sample.facility("f1", 105.5));
        JsonNode facility = json(face.get(READER, ENTITIES + "?type=Facility")).path(0);
        assertThat(facility.at("/facilityCode/value").asText()).isEqualTo("f1");
        assertThat(facility.at("/location/value/type").asText()).isEqualTo("Point");
        assertThat(facility.at("/updatedAt/value/@type").asText()).isEqualTo("DateTime");
        String id = facility.path("id").asText();

        JsonNode one = json(face.get(READER, ENTITIES + "/" + id));
        assertThat(one).isEqualTo(facility);
        // The same record under another type's id is not there.
        assertThat(face.get(READER, ENTITIES + "/" + id.replace("Facility", "Alert"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void inJsonLdTheContextStandsWithin() {
        face.log.append(Sample.facility("f1", 105.5));
        HttpResponse<String> answer = face.get(READER, ENTITIES + "?type=Facility", "Accept", "application/ld+json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/ld+json");
        assertThat(answer.headers().allValues("Link")).isEmpty();
        JsonNode context = json(answer).path(0).path("@context");
        assertThat(context.path(1).asText()).startsWith("https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context");
        // Those who expand a document have no key.
        JsonNode terms = json(face.get("", context.path(0).asText())).path("@context");
        json(answer)
                .path(0)
                .fieldNames()
                .forEachRemaining(name -> assertThat(terms.has(name)
                                || Set.of("id", "type", "location", "@context").contains(name))
                        .as(name)
                        .isTrue());
        assertThat(terms.path("Alert").asText()).isEqualTo("https://smartdatamodels.org/dataModel.Alert/Alert");
        assertThat(face.get(READER, ENTITIES + "?type=Facility", "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void pagesHaveEveryEntityOnce() {
        IntStream.range(0, 45).forEach(i -> face.log.append(Sample.facility("f" + i, 100)));
        Set<String> seen = new HashSet<>();
        Optional<String> address = Optional.of(ENTITIES + "?type=Facility&limit=10&options=keyValues");
        int pages = 0;
        while (address.isPresent()) {
            HttpResponse<String> page = face.get(READER, address.get());
            json(page)
                    .forEach(entity ->
                            assertThat(seen.add(entity.path("id").asText())).isTrue());
            pages++;
            address = page.headers().allValues("Link").stream()
                    .filter(link -> link.contains("rel=\"next\""))
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .findFirst();
        }
        assertThat(seen).hasSize(45);
        assertThat(pages).isEqualTo(5);

        List<String> byOffset = new ArrayList<>();
        for (int offset = 0; offset < 45; offset += 10) {
            json(face.get(READER, ENTITIES + "?type=Facility&limit=10&offset=" + offset))
                    .forEach(entity -> byOffset.add(entity.path("id").asText()));
        }
        assertThat(byOffset).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(seen);
        HttpResponse<String> counted = face.get(READER, ENTITIES + "?type=Facility&limit=0&count=true");
        assertThat(counted.body()).isEqualTo("[]");
        assertThat(counted.headers().firstValue("NGSILD-Results-Count")).hasValue("45");
    }

    @Test
    void personalDataFollowsTheKey() {
        face.log.append(Sample.report("r1"));
        String address = ENTITIES + "?type=Open311ServiceRequest";
        JsonNode full = json(face.get(READER, address)).path(0);
        assertThat(full.at("/description/value").asText()).contains("0912345678");
        assertThat(full.at("/status/value").asText()).isEqualTo("open");
        assertThat(full.at("/reportStatus/value").asText()).isEqualTo("received");

        String masked =
                face.get(face.key(Face.grants(PersonalLevel.MASKED)), address).body();
        assertThat(masked).contains("service_code").doesNotContain("0912345678");
        String key = face.key(Face.grants(PersonalLevel.NONE));
        String none = face.get(key, address).body();
        assertThat(none)
                .contains("rac-thai")
                .doesNotContain("0912345678", "Nguyễn Huệ", "105.97", "a.jpg", "description");
        assertThat(face.get(key, ENTITIES + "/" + full.path("id").asText()).body())
                .doesNotContain("0912345678", "Nguyễn Huệ", "105.97");
    }

    @Test
    void grantsHold() {
        AreaRef inside = Sample.area("21439", "2025-07-01");
        face.log.append(Sample.facility("here", 100).in(inside));
        face.log.append(Sample.facility("there", 100).of("angiang"));
        String tenant = face.key(new Grants(
                true,
                Optional.of(Set.of("facility")),
                Optional.of(Set.of("angiang")),
                Optional.empty(),
                PersonalLevel.NONE,
                Set.of(),
                false));

        JsonNode seen = json(face.get(tenant, ENTITIES + "?type=Facility&options=keyValues"));
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("facilityCode").asText()).isEqualTo("there");
        String hidden = Entity.id("Facility", Sample.facility("here", 100).id().value());
        assertThat(face.get(tenant, ENTITIES + "/" + hidden).statusCode()).isEqualTo(404);
        assertThat(json(face.get(tenant, ENTITIES + "?id=" + hidden))).isEmpty();
        assertThat(face.get(tenant, ENTITIES + "?type=Alert").statusCode()).isEqualTo(403);
        assertThat(json(face.get(tenant, "/ngsi-ld/v1/types")).path("typeList").toString())
                .isEqualTo("[\"Facility\"]");
        assertThat(json(face.get(READER, ENTITIES + "?type=Facility&area=21439")))
                .hasSize(1);
        Set<String> all = new TreeSet<>();
        json(face.get(READER, "/ngsi-ld/v1/types")).path("typeList").forEach(name -> all.add(name.asText()));
        assertThat(all)
                .contains("Alert", "Open311ServiceRequest", "Dossier", "Observation")
                .doesNotContain("Incident");
    }

    @ParameterizedTest
    @CsvSource({
        "/ngsi-ld/v1/entities, 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=Alert&limit=-1, 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=Alert&limit=1000000000, 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=Alert&limit=0, 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=Alert&offset=-1, 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=Alert&q=severity==%22high%22, 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=Alert&options=concise, 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=(Alert;Facility), 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=Alert&after=forged, 400, BadRequestData",
        "/ngsi-ld/v1/entities?type=Alert&area=nowhere, 400, BadRequestData",
        "/ngsi-ld/v1/entities/urn:ngsi-ld:Alert:none, 404, ResourceNotFound",
        "/ngsi-ld/v1/entities/..%2f..%2fetc, 404, ResourceNotFound",
        "/ngsi-ld/v1/subscriptions, 404, ResourceNotFound"
    })
    void mistakesAreToldAsNgsiLdDoes(String address, int status, String type) {
        HttpResponse<String> refused = face.get(READER, address);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(refused).path("type").asText()).isEqualTo(ERRORS + type);
        assertThat(json(refused).path("title").asText()).isNotEmpty();
        assertThat(json(refused).path("detail").asText()).isNotEmpty();
        assertThat(refused.body()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void nothingIsWrittenAndNobodyComesInWithoutAKey() {
        HttpResponse<String> write = face.send(face.request(READER, ENTITIES, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(write.statusCode()).isEqualTo(405);
        assertThat(write.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(json(write).path("type").asText()).isEqualTo(ERRORS + "OperationNotSupported");
        assertThat(face.get("", ENTITIES + "?type=Alert").statusCode()).isEqualTo(401);
        assertThat(json(face.get(READER, ENTITIES + "?type=Nothing"))).isEmpty();
    }

    private static JsonNode byField(JsonNode list, String field, String value) {
        for (JsonNode entity : list) {
            if (entity.at("/" + field + "/value").asText().equals(value)) {
                return entity;
            }
        }
        throw new AssertionError(field + "=" + value + " is not in " + list);
    }

    private static JsonNode withField(JsonNode list, String field) {
        for (JsonNode entity : list) {
            if (entity.has(field)) {
                return entity;
            }
        }
        throw new AssertionError(field + " is not in " + list);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
