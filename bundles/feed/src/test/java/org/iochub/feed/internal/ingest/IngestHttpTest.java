package org.iochub.feed.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.FakeSources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestHttpTest {
    private final Face face = new Face();
    private final String key = face.key(new Grants(
            false, Optional.empty(), Optional.empty(), Optional.empty(), PersonalLevel.NONE, Set.of("*"), false));

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void answersWithWhatBecameOfTheMessage() {
        HttpResponse<String> answer =
                push(key, "reports", "Idempotency-Key", "m-1", "Content-Type", "text/xml", "X-Api-Key", "s3");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":2").contains("\"position\":42");
        FakeSources.Pushed pushed = face.sources.pushed().orElseThrow();
        assertThat(pushed.named()).contains("m-1");
        assertThat(pushed.bytes()).isEqualTo(3_000_000);
        assertThat(pushed.attributes()).containsEntry("content-type", "text/xml");
        assertThat(pushed.attributes().keySet())
                .noneMatch(name -> name.equalsIgnoreCase("authorization") || name.equalsIgnoreCase("x-api-key"));
    }

    @Test
    void takesAMessageWithoutANameOrAType() {
        assertThat(push(key, "reports").statusCode()).isEqualTo(200);
        assertThat(face.sources.pushed().orElseThrow().named()).isEmpty();
        assertThat(push(key, "reports", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(200);
        assertThat(face.sources.pushed().orElseThrow().bytes()).isEqualTo(3_000_000);
    }

    @Test
    void unpacksAPackedBody() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[100_000]);
        }
        HttpResponse<String> answer = face.send(
                face.request(key, "/api/v1/ingest/reports", "Content-Encoding", "gzip", "Content-Type", "text/xml")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())));
        assertThat(answer.statusCode()).isEqualTo(200);
        FakeSources.Pushed pushed = face.sources.pushed().orElseThrow();
        assertThat(pushed.bytes()).isEqualTo(100_000);
        assertThat(pushed.attributes()).doesNotContainKey("content-encoding");
    }

    @Test
    void saysWhenItCannotTakeIt() {
        Map<String, Integer> statuses = Map.of(
                "unknown-source", 404,
                "not-a-push-source", 409,
                "source-stopped", 503,
                "source-busy", 429,
                "store-down", 503,
                "store-full", 503,
                "store-closed", 503,
                "interrupted", 503,
                "too-large", 413);
        statuses.forEach((source, status) -> {
            HttpResponse<String> answer = push(key, source);
            assertThat(answer.statusCode()).as(source).isEqualTo(status);
            assertThat(answer.headers().firstValue("Retry-After").isPresent())
                    .as(source)
                    .isEqualTo(status == 429 || status == 503);
            assertThat(Json.tree(answer.body().getBytes(StandardCharsets.UTF_8))
                            .path("type")
                            .asText())
                    .isEqualTo("urn:iochub:problem:" + source);
        });
    }

    @Test
    void takesThePushGrant() {
        assertThat(push("", "reports").statusCode()).isEqualTo(401);
        assertThat(push(READER, "reports").statusCode()).isEqualTo(403);
        assertThat(push(READER, "unknown-source").statusCode()).isEqualTo(403);
        assertThat(face.get(key, "/api/v1/feeds/all").statusCode()).isEqualTo(403);
        HttpResponse<String> unnamed = push(key, "reports", "Idempotency-Key", "with blank");
        assertThat(unnamed.statusCode()).isEqualTo(400);
        assertThat(unnamed.body()).contains("\"parameter\":\"Idempotency-Key\"");
    }

    private HttpResponse<String> push(String with, String source, String... headers) {
        return face.send(face.request(with, "/api/v1/ingest/" + source, headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000])));
    }
}
