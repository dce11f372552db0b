package org.iochub.feed.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.log.LoggedRecord;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchiveHttpTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2020-03-01T08:00:00+07:00");
    private final Face face = new Face();
    private final String everything = face.key(
            new Grants(true, Optional.empty(), Optional.empty(), Optional.empty(), PersonalLevel.FULL, Set.of(), true));

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void fromARecordBackToItsRawMessageAndForwardAgain() {
        LoggedRecord record = face.log.append(Sample.report("a"));
        ArchivedMessage raw = face.archive.add(record.source(), "message-1", AT);
        face.archive.add(record.source(), "message-1", AT.plusYears(50));

        JsonNode lineage = json(face.get(
                everything, "/api/v1/records/citizen-report/" + record.id().value() + "/lineage"));
        assertThat(lineage.at("/message/archived/place").asText()).isEqualTo(raw.place());
        assertThat(lineage.at("/message/archived/sha256").asText()).isEqualTo(raw.sha256());

        assertThat(lineage.at("/steps/0/was/TrangThai").asText()).isEqualTo("4");
        assertThat(lineage.at("/steps/0/became").asText()).isEqualTo("done");
        assertThat(face.get(
                                Face.READER,
                                "/api/v1/records/citizen-report/" + record.id().value() + "/lineage")
                        .body())
                .doesNotContain("TrangThai");

        HttpResponse<String> body =
                face.get(everything, path(lineage.at("/message/archived/raw").asText()));
        assertThat(body.body()).isEqualTo("body of message-1");
        assertThat(body.headers().firstValue("Repr-Digest").orElseThrow()).startsWith("sha-256=:");

        JsonNode message =
                json(face.get(everything, path(lineage.at("/message/href").asText())));
        assertThat(message.at("/archived")).hasSize(2);
        assertThat(message.at("/records/0/id").asText()).isEqualTo(record.id().value());
        assertThat(json(face.get(
                                everything,
                                path(message.at("/records/0/lineage").asText())))
                        .at("/message/id")
                        .asText())
                .isEqualTo("message-1");
    }

    @Test
    void rawBytesAndWhatTransportsSaidTakeAnAdministrator() {
        ArchivedMessage raw = face.archive.add("reports", "m 1/2.json", AT);
        String address = "/api/v1/sources/reports/archive/" + raw.place();

        for (String key : List.of(Face.READER, Face.ADMIN)) {
            assertThat(face.get(key, address + "/raw").statusCode()).isEqualTo(403);
            assertThat(face.get(key, address).body()).doesNotContain("0912345678", "m 1/2.json");
        }
        assertThat(face.get(everything, address).body()).contains("0912345678", "m 1/2.json");
        assertThat(face.get(everything, address + "9").statusCode()).isEqualTo(404);
        assertThat(json(face.get(everything, "/api/v1/sources/reports/messages/m%201%2F2.json"))
                        .at("/archived"))
                .hasSize(1);
        assertThat(face.get(everything, "/api/v1/sources/reports/messages/never")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aListHasPagesAndSaysWhatIsLost() {
        for (int i = 0; i < 5; i++) {
            face.archive.add("reports", "m" + i, AT.plusMinutes(i));
        }
        HttpResponse<String> page = face.get(everything, "/api/v1/sources/reports/archive?limit=3");
        assertThat(json(page).at("/messages")).hasSize(3);
        assertThat(json(page).at("/damages/0/code").asText()).isEqualTo("archive-damaged");
        JsonNode rest = json(face.get(everything, Face.link(page, "next").orElseThrow()));
        assertThat(rest.at("/messages/0/message").asText()).isEqualTo("m3");
        assertThat(face.get(everything, "/api/v1/sources/reports/archive?from=yesterday")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String path(String address) {
        return java.net.URI.create(address).getRawPath()
                + (address.contains("?") ? address.substring(address.indexOf('?')) : "");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
