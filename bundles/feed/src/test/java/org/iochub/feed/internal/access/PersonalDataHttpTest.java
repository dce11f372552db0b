package org.iochub.feed.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.openapi.Audience;
import org.iochub.feed.internal.openapi.Operation;
import org.iochub.feed.internal.openapi.Operations;
import org.iochub.feed.internal.openapi.Parameter;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.FakeReports;
import org.iochub.feed.internal.testing.FakeTaps;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads every address of the catalogue in every form it offers: what a key may not see is in none of them. */
@Timeout(120)
class PersonalDataHttpTest {
    private static final String PHONE = "0912345678";
    private static final String STREET = "12 Nguyễn Huệ";
    private static final String PHOTO = "a.jpg";
    /** Of the place; no other number of the answers has these digits. */
    private static final List<String> PLACE = List.of("105.97221", "10.25369");

    @TempDir
    Path folder;

    private final Face face = new Face();
    private String archived = "";
    private final String record = Sample.report("r").id().value();

    @BeforeEach
    void fill() throws Exception {
        face.shadows.start("next.yaml", java.io.InputStream.nullInputStream(), Optional.empty(), "");
        face.log.append(Sample.report("r"));
        face.log.append(Sample.report("r"));
        archived = face.archive
                .add("reports", "message-2", OffsetDateTime.parse("2026-03-01T08:00:00+07:00"))
                .place();
        face.quarantine.add("reports", "vinhlong", Optional.of("citizen-report"), true);
    }

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void atNoneNothingPersonalIsInAnyAnswer() throws Exception {
        List<String> hidden = new ArrayList<>(PLACE);
        hidden.addAll(List.of(PHONE, STREET, PHOTO));
        assertHidden(PersonalLevel.NONE, hidden);
    }

    @Test
    void atMaskedNothingThatTellsWhoIsInAnyAnswer() throws Exception {
        List<String> hidden = new ArrayList<>(PLACE);
        hidden.addAll(List.of(PHONE, PHOTO));
        assertHidden(PersonalLevel.MASKED, hidden);
    }

    @Test
    void atFullItIsThereSoThatTheOtherTestsCanFail() throws Exception {
        Map<String, String> answers = answers(key(PersonalLevel.FULL));
        assertThat(answers.get("/api/v1/feeds/citizen-report?format=json"))
                .contains(PHONE, STREET, PHOTO, PLACE.get(0));
        assertThat(answers.get("/ngsi-ld/v1/entities?type=Open311ServiceRequest"))
                .contains(PHONE, STREET, PHOTO);
        assertThat(answers.get("/open311/v2/requests/" + record + ".xml")).contains(PHONE, STREET, PHOTO);
        assertThat(answers.get("/api/v1/export/citizen-report?format=xlsx")).contains(PHONE, PLACE.get(0));
        assertThat(answers.values().stream().filter(answer -> answer.contains(PHONE)))
                .hasSizeGreaterThan(10);
    }

    private void assertHidden(PersonalLevel level, List<String> hidden) throws Exception {
        answers(key(level))
                .forEach((address, answer) -> assertThat(answer)
                        .as("%s at %s", address, level)
                        .doesNotContain(hidden.toArray(String[]::new)));
    }

    private String key(PersonalLevel level) {
        return face.key(new Grants(true, Optional.empty(), Optional.empty(), Optional.empty(), level, Set.of(), true));
    }

    private Map<String, String> answers(String key) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Operation operation : Operations.all()) {
            // The description's examples are made up and the same for everybody.
            boolean description = operation.id().equals("openapi");
            if (!operation.method().equals("GET") || operation.audience() == Audience.EVERYONE || description) {
                continue;
            }
            for (String path : paths(operation)) {
                for (String query : queries(operation)) {
                    String address = path + query;
                    answers.put(address, body(key, address));
                }
            }
        }
        assertThat(answers).hasSizeGreaterThan(30);
        return answers;
    }

    private List<String> paths(Operation operation) {
        if (operation.path().contains("{format}")) {
            String path = operation.path().replace("{id}", record).replace("{code}", "rac-thai");
            return List.of(path.replace("{format}", "json"), path.replace("{format}", "xml"));
        }
        if (operation.id().equals("ngsiEntity")) {
            return List.of(operation.path().replace("{id}", "urn:ngsi-ld:Open311ServiceRequest:" + record));
        }
        String path = operation
                .path()
                .replace("{code}", "86")
                .replace("{name}", FakeTaps.NAME)
                .replace("{message}", "message-2")
                .replace("{place}", archived)
                .replace("{rule}", "source-stale")
                .replace("{id}", id(operation));
        return path.contains("{type}")
                ? List.of(path.replace("{type}", "citizen-report"), path.replace("{type}", "all"))
                : List.of(path);
    }

    private String id(Operation operation) {
        if (operation.path().startsWith("/api/v1/sources")) {
            return "reports";
        }
        if (operation.path().startsWith("/api/v1/shadows")) {
            return "next.yaml";
        }
        if (operation.path().startsWith("/api/v1/alerts")) {
            return "source-stale.reports-hanoi";
        }
        if (operation.path().startsWith("/api/v1/reports")) {
            return FakeReports.KEPT;
        }
        boolean numbered = operation.path().startsWith("/api/v1/quarantine")
                || operation.path().startsWith("/api/v1/replays");
        return numbered ? "1" : record;
    }

    /** Every form, besides what is answered without asking for one. */
    private static List<String> queries(Operation operation) {
        List<String> queries = new ArrayList<>(List.of(""));
        if (operation.id().equals("ngsiEntities")) {
            queries.add("?type=Open311ServiceRequest");
            queries.add("?type=Open311ServiceRequest&options=keyValues");
        }
        if (operation.id().equals("open311Requests")) {
            queries.add("?start_date=2026-02-01T00:00:00Z&end_date=2026-04-01T00:00:00Z");
        }
        operation.parameters().stream()
                .filter(parameter -> Set.of("format", "lang", "dialect").contains(parameter.name()))
                .forEach(parameter ->
                        choices(parameter).forEach(value -> queries.add("?" + parameter.name() + "=" + value)));
        return queries;
    }

    private static List<String> choices(Parameter parameter) {
        return parameter.schema().get("enum") instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of();
    }

    private String body(String key, String address) throws Exception {
        if (address.contains("/events") || address.contains("format=sse")) {
            return eventStream(key, address);
        }
        HttpResponse<byte[]> answer = face.getBytes(key, address);
        assertThat(answer.statusCode()).as(address).isBetween(200, 499);
        return answer.headers().firstValue("Content-Type").orElse("").contains("spreadsheet")
                ? unzipped(answer.body())
                : new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** As far as the second record. */
    private String eventStream(String key, String address) throws Exception {
        HttpResponse<Stream<String>> answer = face.lines(key, address);
        StringBuilder read = new StringBuilder();
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        try (Stream<String> lines = answer.body()) {
            Iterator<String> each = lines.iterator();
            for (int events = 0; events < 2 && each.hasNext(); ) {
                String line = each.next();
                read.append(line).append('\n');
                events += line.startsWith("data:") ? 1 : 0;
                assertThat(Instant.now()).as(address).isBefore(until);
            }
        }
        return read.toString();
    }

    private String unzipped(byte[] workbook) throws Exception {
        Path file = Files.write(folder.resolve("export.xlsx"), workbook);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
