package org.iochub.feed.internal.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class GeoReportHttpTest {
    private static final String SPAN = "start_date=2026-02-20T00:00:00%2B07:00&end_date=2026-03-20T00:00:00%2B07:00";
    private static final String REQUESTS = "/open311/v2/requests.json?" + SPAN;
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void reportsAreServiceRequests() {
        face.log.append(Sample.report("r1"));
        JsonNode request = json(face.get(READER, REQUESTS)).path(0);
        String id = Sample.report("r1").id().value();
        assertThat(request.path("service_request_id").asText()).isEqualTo(id);
        assertThat(request.path("status").asText()).isEqualTo("open");
        assertThat(request.path("service_code").asText()).isEqualTo("rac-thai");
        assertThat(request.path("requested_datetime").asText()).isEqualTo("2026-03-01T08:00:00+07:00");
        assertThat(request.path("lat").decimalValue()).isEqualByComparingTo("10.25369");
        assertThat(request.path("description").asText()).contains("đường ngập");
        assertThat(request.path("jurisdiction_id").asText()).isEqualTo("vinhlong");
        assertThat(request.at("/extended_attributes/report_code").asText()).isEqualTo("r1");

        assertThat(json(face.get(READER, "/open311/v2/requests/" + id + ".json"))
                        .path(0))
                .isEqualTo(request);
        // Ids go before everything else, time included.
        assertThat(json(face.get(READER, "/open311/v2/requests.json?service_request_id=" + id)))
                .hasSize(1);
        assertThat(json(face.get(READER, "/open311/v2/requests.json")))
                .as("older than 90 days")
                .isEmpty();
    }

    @Test
    void theSameInXml() throws Exception {
        face.log.append(Sample.of(
                "citizen-report",
                "x",
                Sample.report("r1").data().replace("đường ngập", "đường <ngập> & hỏng \\u0001")));
        HttpResponse<String> answer = face.get(READER, REQUESTS.replace(".json", ".xml"));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        Element root = xml(answer);
        assertThat(root.getTagName()).isEqualTo("service_requests");
        Element request = (Element) root.getElementsByTagName("request").item(0);
        assertThat(text(request, "status")).isEqualTo("open");
        assertThat(text(request, "description")).contains("đường <ngập> & hỏng \uFFFD");
        assertThat(text(request, "long")).isEqualTo("105.97221");

        Element services = xml(face.get(READER, "/open311/v2/services.xml"));
        assertThat(services.getTagName()).isEqualTo("services");
        assertThat(text(services, "service_code")).isEqualTo("rac-thai");
        Element discovery = xml(face.get(READER, "/open311/v2/discovery.xml"));
        assertThat(text(discovery, "url")).isEqualTo(face.url() + "/open311/v2");
        Element refused = xml(face.get(READER, "/open311/v2/requests/none.xml"));
        assertThat(refused.getTagName()).isEqualTo("errors");
        assertThat(text(refused, "code")).isEqualTo("404");
    }

    @Test
    void servicesAreWhatReportsNameAndFollowTheLog() {
        face.log.append(Sample.report("r1"));
        assertThat(json(face.get(READER, "/open311/v2/services.json"))).hasSize(1);
        face.log.append(Sample.of(
                        "citizen-report",
                        "r2",
                        Sample.report("r2")
                                .data()
                                .replace(
                                        "\"serviceCode\":\"rac-thai\"",
                                        "\"serviceCode\":\"a.b\",\"serviceName\":\"Cầu đường\""))
                .of("angiang"));
        JsonNode services = json(face.get(READER, "/open311/v2/services.json"));
        assertThat(services).hasSize(2);
        assertThat(services.path(0).path("service_name").asText()).isEqualTo("Cầu đường");
        assertThat(services.path(1).path("metadata").isBoolean()).isTrue();
        assertThat(json(face.get(READER, "/open311/v2/services/a.b.json"))
                        .path("service_code")
                        .asText())
                .isEqualTo("a.b");
        assertThat(json(face.get(READER, "/open311/v2/services.json?jurisdiction_id=vinhlong")))
                .hasSize(1);
        String other = face.key(tenant("vinhlong"));
        assertThat(json(face.get(other, "/open311/v2/services.json"))).hasSize(1);
        assertThat(face.get(other, "/open311/v2/services/a.b.json").statusCode())
                .isEqualTo(404);
        // A restored hub has another log: the list starts anew.
        face.log.restoredTo(1, "e2");
        assertThat(json(face.get(READER, "/open311/v2/services.json"))).hasSize(1);
    }

    @Test
    void filtersAndPages() {
        IntStream.range(0, 23).forEach(i -> face.log.append(Sample.report("r" + i)));
        face.log.append(
                Sample.of("citizen-report", "done", Sample.report("z").data().replace("\"received\"", "\"closed\"")));
        face.log.append(Sample.report("r3").deleted());
        assertThat(json(face.get(READER, REQUESTS + "&status=closed"))).hasSize(1);
        assertThat(json(face.get(READER, REQUESTS + "&status=open"))).hasSize(22);
        assertThat(json(face.get(READER, REQUESTS + "&status=open,closed"))).hasSize(23);
        assertThat(json(face.get(READER, REQUESTS + "&service_code=khac"))).isEmpty();

        Set<String> seen = new HashSet<>();
        Optional<String> address = Optional.of(REQUESTS + "&page_size=5");
        int pages = 0;
        while (address.isPresent()) {
            HttpResponse<String> page = face.get(READER, address.get());
            json(page)
                    .forEach(request -> assertThat(
                                    seen.add(request.path("service_request_id").asText()))
                            .isTrue());
            address = Face.link(page, "next");
            pages++;
        }
        assertThat(seen).hasSize(23);
        assertThat(pages).isEqualTo(5);
    }

    @Test
    void personalDataFollowsTheKeyAndGrantsHold() {
        face.log.append(Sample.report("r1"));
        String id = Sample.report("r1").id().value();
        for (String address :
                new String[] {REQUESTS, REQUESTS.replace(".json", ".xml"), "/open311/v2/requests/" + id + ".json"}) {
            assertThat(face.get(face.key(Face.grants(PersonalLevel.NONE)), address)
                            .body())
                    .contains("rac-thai")
                    .doesNotContain("0912345678", "Nguyễn Huệ", "105.97", "a.jpg");
            assertThat(face.get(face.key(Face.grants(PersonalLevel.MASKED)), address)
                            .body())
                    .contains("rac-thai")
                    .doesNotContain("0912345678", "a.jpg");
        }
        String stranger = face.key(tenant("angiang"));
        assertThat(json(face.get(stranger, REQUESTS))).isEmpty();
        assertThat(face.get(stranger, "/open311/v2/requests/" + id + ".json").statusCode())
                .isEqualTo(404);
        assertThat(face.get(stranger, REQUESTS + "&jurisdiction_id=vinhlong").statusCode())
                .isEqualTo(403);
        assertThat(face.get("", REQUESTS).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/open311/v2/requests.json?page_size=-1, 400",
        "/open311/v2/requests.json?page_size=1000000000, 400",
        "/open311/v2/requests.json?page=10000&page_size=500, 400",
        "/open311/v2/requests.json?status=halfway, 400",
        "/open311/v2/requests.json?start_date=yesterday, 400",
        "/open311/v2/requests.json?start_date=2025-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z, 400",
        "/open311/v2/requests.json?lat=10, 400",
        "/open311/v2/requests/none.json, 404",
        "/open311/v2/services/none.json, 404",
        "/open311/v2/requests.csv, 404",
        "/open311/v2/tokens/1.json, 404"
    })
    void mistakesAreToldAsGeoReportDoes(String address, int status) {
        HttpResponse<String> refused = face.get(READER, address);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(json(refused).path(0).path("code").asInt()).isEqualTo(status);
        assertThat(json(refused).path(0).path("description").asText()).contains(" / ");
        assertThat(refused.body()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void nothingIsWritten() {
        HttpResponse<String> refused = face.send(
                face.request(READER, "/open311/v2/requests.json", "Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("service_code=rac-thai")));
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(json(refused).path(0).path("code").asInt()).isEqualTo(405);
    }

    private static Grants tenant(String id) {
        return new Grants(
                true, Optional.empty(), Optional.of(Set.of(id)), Optional.empty(), PersonalLevel.NONE, Set.of(), false);
    }

    private static String text(Element within, String name) {
        return within.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Element xml(HttpResponse<String> response) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
