package org.iochub.declarative.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.iochub.declarative.internal.fetch.files.FileFetches;
import org.iochub.declarative.internal.fetch.http.HttpFetches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every fetch: names, schemas, mistakes. */
class FetchesTest {
    static Stream<FetchFactory> all() {
        return Fetches.all().stream();
    }

    @Test
    void eachNameStandsForOne() {
        assertThat(Fetches.all()).extracting(FetchFactory::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSchemaIsSoundAndInBothLanguages(FetchFactory factory) throws Exception {
        JsonNode schema = Rig.YAML.readTree(FetchesTest.class.getResourceAsStream(
                "/org/iochub/declarative/schema/from/" + factory.name() + ".schema.json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"))
                        .validate(schema))
                .isEmpty();
        assertThat(schema.path("description").asText()).contains(" / ");
        List<String> untitled = new ArrayList<>();
        titles(schema, factory.name(), untitled);
        assertThat(untitled).isEmpty();
    }

    /** Every property has a title in both languages, and every object is closed. */
    private static void titles(JsonNode node, String where, List<String> untitled) {
        // An option may itself be called "properties": then it has a title, as every option has.
        JsonNode properties = node.path("properties").has("title") ? node.path("none") : node.path("properties");
        properties.fields().forEachRemaining(property -> {
            boolean condition =
                    property.getValue().size() == 1 && property.getValue().has("const");
            if (!condition && !property.getValue().path("title").asText().contains(" / ")) {
                untitled.add(where + "." + property.getKey());
            }
        });
        if (node.path("type").asText().equals("object") && !node.has("additionalProperties")) {
            untitled.add(where + " is open");
        }
        node.fields().forEachRemaining(child -> titles(child.getValue(), where + "/" + child.getKey(), untitled));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            titles(node.get(i), where + "/" + i, untitled);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "http; {}",
                "http; { url: a, uri: b }",
                "http; { url: a, every: 5 minutes }",
                "http; { url: a, at: '25:00' }",
                "http; { url: a, auth: { bearer: x, basic: { user: a, password: b } } }",
                "http; { url: a, paging: { page: {}, link: true } }",
                "http; { url: a, paging: { offset: { parameter: o } } }",
                "http; { url: a, method: GET, body: x }",
                "soap; { url: a, body: hello }",
                "feed; { urls: [] }",
                "ftp; { host: a }",
                "sftp; { host: a, user: b, password: c }",
                "file; { directory: a, after: burn }",
                "file; { directory: a, after: { move: ../x } , extra: 1 }",
                "push; { header: x }"
            })
    void theSchemaRefuses(String name, String yaml) {
        assertThat(Rig.schema(name).validate(Rig.yaml(yaml))).isNotEmpty();
    }

    @Test
    void mistakesThatNoSchemaSeesAreNamed() {
        List<String> wrong = new ArrayList<>();
        Rig.compile(
                new HttpFetches(),
                "{ url: '{{urll}}', watermark: { format: 'dd/QQQQQQ/bb' }, headers: { A: '{{page}}' } }",
                Rig.ITEMS,
                (pointer, text) -> wrong.add(pointer + " " + text.en()),
                Rig.text("url"));
        Rig.compile(
                new FileFetches(),
                "{ directory: /etc, include: '[a' }",
                Rig.ITEMS,
                (pointer, text) -> wrong.add(pointer + " " + text.en()));
        assertThat(wrong).hasSize(4);
        assertThat(wrong.get(0)).startsWith("/from/http/url There is no setting");
        assertThat(wrong.get(1)).startsWith("/from/http/watermark/format").contains("no time pattern");
        assertThat(wrong).anyMatch(text -> text.startsWith("/from/file/include"));
        assertThat(wrong).anyMatch(text -> text.startsWith("/from/file/directory"));
    }

    @Test
    void asksAtTimesOfTheDayAndSoonerAfterAFailure() {
        AtomicLong nanos = new AtomicLong();
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T17:30:00Z"), ZoneId.of("UTC"));
        Schedule schedule = new Schedule(
                Duration.ofMinutes(5),
                List.of(LocalTime.of(2, 0), LocalTime.of(14, 0)),
                clock,
                ZoneId.of("Asia/Ho_Chi_Minh"),
                nanos::get);
        assertThat(schedule.due()).isTrue();
        schedule.failed(Optional.empty());
        assertThat(schedule.due()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(schedule.due()).isTrue();
        schedule.succeeded();
        // It is 00:30 there.
        nanos.addAndGet(Duration.ofMinutes(89).toNanos());
        assertThat(schedule.due()).isFalse();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(schedule.due()).isTrue();
        schedule.failed(Optional.of(Duration.ofHours(1)));
        nanos.addAndGet(Duration.ofMinutes(59).toNanos());
        assertThat(schedule.due()).isFalse();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(schedule.due()).isTrue();
    }

    @Test
    void readsSpansAsSettingsShowThem() {
        assertThat(Stream.of("500ms", "30s", "5m", "2h", "1d", "PT5M").map(Spans::parse))
                .extracting(Duration::toMillis)
                .containsExactly(500L, 30_000L, 300_000L, 7_200_000L, 86_400_000L, 300_000L);
    }

    @Test
    void hidesSecretsInWhatIsShown() {
        Template template =
                Template.of("{{url}}/{{key}}", List.of(Rig.text("url"), Rig.secret("key")), "", (p, t) -> {});
        Fill fill = new Fill(Rig.settings("url", "http://a", "key", "secret:b"));
        assertThat(fill.text(template)).isEqualTo("http://a/b");
        assertThat(fill.masked().text(template)).isEqualTo("http://a/***");
    }
}
