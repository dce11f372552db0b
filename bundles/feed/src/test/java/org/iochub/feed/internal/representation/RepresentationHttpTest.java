package org.iochub.feed.internal.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepresentationHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void everyEventIsAValidCloudEvent() {
        face.log.append(Sample.facility("a", -105.5).in(Sample.area("86", "2025-07-01")));
        face.log.append(Sample.report("r"));
        face.log.append(Sample.facility("a", 105).deleted());
        Set<String> seen = new HashSet<>();
        json(face.get(READER, "/api/v1/feeds/all")).forEach(event -> {
            event.fieldNames().forEachRemaining(name -> assertThat(name).matches("[a-z0-9]{1,20}"));
            for (String required : List.of("specversion", "id", "source", "type")) {
                assertThat(event.path(required).asText()).isNotEmpty();
            }
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(seen.add(event.path("source").asText() + event.path("id").asText()))
                    .isTrue();
            assertThat(URI.create(event.path("source").asText()).toString()).startsWith("urn:iochub:test:source:");
            assertThat(event.path("type").asText()).matches("org\\.iochub\\.[a-z-]+\\.v1");
            assertThat(event.path("subject").asText()).matches("[A-Za-z0-9._~-]{1,128}");
            assertThat(OffsetDateTime.parse(event.path("time").asText())).isNotNull();
            assertThat(OffsetDateTime.parse(event.path("recordedtime").asText()))
                    .isNotNull();
            assertThat(event.path("sequence").asText()).matches("[0-9]{20}");
            assertThat(event.path("tenant").asText()).isEqualTo("vinhlong");
            boolean delete = event.path("op").asText().equals("delete");
            assertThat(event.has("data")).isEqualTo(!delete);
            assertThat(event.has("dataschema")).isEqualTo(!delete);
            if (!delete) {
                assertThat(event.path("data").isObject()).isTrue();
                assertThat(URI.create(event.path("dataschema").asText()).isAbsolute())
                        .isTrue();
            }
        });
        assertThat(seen).hasSize(3);
        JsonNode first = json(face.get(READER, "/api/v1/feeds/facility")).get(0);
        assertThat(first.path("area").asText()).isEqualTo("86");
        assertThat(first.path("areafrom").asText()).isEqualTo("2025-07-01");
    }

    @Test
    void dataIsValidAgainstItsSchemaAtEveryLevel() {
        face.log.append(Sample.report("r"));
        face.log.append(Sample.facility("a", 105));
        for (PersonalLevel level : PersonalLevel.values()) {
            String key = face.key(Face.grants(level));
            json(face.get(key, "/api/v1/feeds/all")).forEach(event -> {
                HttpResponse<String> schema =
                        face.get("", event.path("dataschema").asText());
                assertThat(schema.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/schema+json");
                assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(json(schema))
                                .validate(event.path("data")))
                        .isEmpty();
            });
        }
    }

    @Test
    void linesAreOneEventEach() {
        face.log.append(Sample.report("r"));
        face.log.append(Sample.facility("a", 105));
        HttpResponse<String> answer = face.get(READER, "/api/v1/feeds/all", "Accept", "application/x-ndjson");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.body()).endsWith("}\n");
        assertThat(answer.body().lines().map(line -> Json.tree(line.getBytes(StandardCharsets.UTF_8))))
                .hasSize(2)
                .allMatch(event -> event.has("specversion"));
    }

    @Test
    void csvHasAHeaderFromTheSchemaAndNoFormulas() {
        face.log.append(Sample.report("r"));
        face.log.append(Sample.facility("a", -105.5));
        HttpResponse<String> reports = face.get(READER, "/api/v1/feeds/citizen-report", "Accept", "text/csv");
        assertThat(reports.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv")
                .contains("utf-8");
        assertThat(reports.body()).startsWith("\uFEFFspecversion,id,source,type,subject,time,");
        String header = reports.body().lines().findFirst().orElseThrow();
        assertThat(header).contains(",reportCode,kind,").contains(",location.longitude,location.latitude,");
        assertThat(reports.body())
                .contains("\"'=HYPERLINK(1) Nhà tôi gọi 0912345678, đường ngập; \"\"sâu\"\"\"")
                .contains("105.97221,10.25369")
                .contains("[\"\"a.jpg\"\"]")
                .endsWith("\r\n");

        String facilities =
                face.get(READER, "/api/v1/feeds/facility?format=csv").body();
        assertThat(facilities).contains(",-105.5,-10.5,").contains("Trạm a");
        long columns = facilities
                .lines()
                .findFirst()
                .orElseThrow()
                .chars()
                .filter(c -> c == ',')
                .count();
        String row = facilities.lines().skip(1).findFirst().orElseThrow();
        assertThat(row.chars().filter(c -> c == ',').count()).isEqualTo(columns);
        face.log.append(Sample.facility("a", 105).deleted());
        assertThat(face.get(READER, "/api/v1/feeds/all?format=csv").body().lines())
                .hasSize(4);
    }

    @Test
    void geoJsonHasAPlaceAndLongitudeFirst() {
        face.log.append(Sample.facility("a", 105.5));
        face.log.append(Sample.facility("a", 105.5).deleted());
        HttpResponse<String> answer = face.get(READER, "/api/v1/feeds/facility", "Accept", "application/geo+json");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        JsonNode collection = json(answer);
        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        JsonNode feature = collection.at("/features/0");
        assertThat(feature.at("/geometry/coordinates").toString()).isEqualTo("[105.5,-10.5]");
        assertThat(feature.at("/properties/data/facilityCode").asText()).isEqualTo("a");
        assertThat(collection.at("/features/1/geometry").isNull()).isTrue();
        assertThat(collection.at("/features/1/properties/op").asText()).isEqualTo("delete");
        assertThat(face.get(READER, "/api/v1/feeds/dossier?format=geojson").statusCode())
                .isEqualTo(406);
        assertThat(face.get(READER, "/api/v1/feeds/all", "Accept", "application/geo+json")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void acceptIsWeighed() {
        for (String[] wish : new String[][] {
            {"*/*", "application/cloudevents-batch+json"},
            {"application/*", "application/cloudevents-batch+json"},
            {"application/json", "application/json"},
            {"text/html, text/csv;q=0.5, */*;q=0.1", "text/csv"},
            {"text/csv;q=0.2, application/x-ndjson;q=0.9", "application/x-ndjson"},
            {"text/*", "text/csv"},
        }) {
            HttpResponse<String> answer = face.get(READER, "/api/v1/feeds/all", "Accept", wish[0]);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(Arrays.toString(wish))
                    .startsWith(wish[1]);
        }
        for (String wish : List.of("text/html", "image/*", "application/cloudevents-batch+json;q=0")) {
            HttpResponse<String> answer = face.get(READER, "/api/v1/feeds/all", "Accept", wish);
            assertThat(answer.statusCode()).as(wish).isEqualTo(406);
            assertThat(answer.body()).contains("application/x-ndjson");
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
