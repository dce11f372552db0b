package org.iochub.feed.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalHttpTest {
    private final Face face = new Face();
    private final String record =
            "/api/v1/records/citizen-report/" + Sample.report("r").id().value();

    @AfterEach
    void stop() {
        face.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/types", "/api/v1/types/task/v1/schema", "/api/v1/areas/21439", "/api/v1/feeds/all"})
    void whoHasTheSameGetsNoBody(String address) {
        face.log.append(Sample.facility("f", 100));
        HttpResponse<String> first = face.get(READER, address);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().allValues("Vary").toString()).contains("Authorization");

        HttpResponse<String> again = face.get(READER, address, "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(face.get(READER, address, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNewVersionIsSentAndEachReaderHasItsOwn() {
        face.log.append(Sample.report("r"));
        String tag = face.get(READER, record).headers().firstValue("ETag").orElseThrow();
        assertThat(face.get(READER, record, "If-None-Match", tag).statusCode()).isEqualTo(304);
        face.log.append(Sample.report("r"));
        assertThat(face.get(READER, record, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyPageStaysTheSameUntilTheLogGrows() {
        face.log.append(Sample.facility("f", 100));
        String next = Face.link(face.get(READER, "/api/v1/feeds/all"), "next").orElseThrow();
        String tag = face.get(READER, next).headers().firstValue("ETag").orElseThrow();
        assertThat(face.get(READER, next, "If-None-Match", tag).statusCode()).isEqualTo(304);
        face.log.append(Sample.facility("g", 100));
        assertThat(face.get(READER, next, "If-None-Match", tag).body()).contains("\"g\"");
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        face.log.append(Sample.report("r"));
        for (String address : List.of("/api/v1/types", "/api/v1/feeds/all", record)) {
            HttpRequest.Builder request =
                    face.request(READER, address).method("HEAD", HttpRequest.BodyPublishers.noBody());
            HttpResponse<String> head = face.send(request);
            assertThat(head.statusCode()).as(address).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("ETag"))
                    .isEqualTo(face.get(READER, address).headers().firstValue("ETag"));
        }
    }

    @Test
    void aTagOfOneLevelOfPersonalDataIsOfNoUseWithAnother() {
        face.log.append(Sample.report("r"));
        String full = face.get(READER, record).headers().firstValue("ETag").orElseThrow();
        String none = face.key(Face.grants(PersonalLevel.NONE));
        assertThat(face.get(none, record, "If-None-Match", full).statusCode()).isEqualTo(200);
    }
}
