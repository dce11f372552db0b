package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.declarative.internal.format.Reading.fault;
import static org.iochub.declarative.internal.format.Reading.position;
import static org.iochub.declarative.internal.format.Reading.raw;
import static org.iochub.declarative.internal.format.Reading.rows;
import static org.iochub.declarative.internal.format.Reading.value;
import static org.iochub.declarative.internal.format.Reading.values;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.iochub.model.FaultException;
import org.iochub.testkit.TestMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final byte[] LINES = "{\"a\":1}\n{\"a\":\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "auto"})
    void gzipIsTakenOff(String compression) throws IOException {
        List<Row> rows = rows("ndjson", "compression: " + compression, gzip(LINES));
        assertThat(value(rows.get(2))).isEqualTo(Map.of("a", 2L));
        assertThat(raw(rows.get(1))).isEqualTo("{\"a\":");
        assertThat(values(rows(
                        "json", "compression: " + compression, gzip("[{\"a\":1}]".getBytes(StandardCharsets.UTF_8)))))
                .containsExactly(Map.of("a", 1L));
    }

    @Test
    void autoLeavesPlainTextAlone() {
        assertThat(rows("ndjson", "compression: auto", LINES)).hasSize(3);
    }

    @Test
    void matchingEntriesOfAZipAreReadOneAfterTheOther() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("đọc.txt", "bỏ qua".getBytes(StandardCharsets.UTF_8));
        entries.put("x/một.ndjson", LINES);
        entries.put("hai.ndjson", "{\"a\":3}".getBytes(StandardCharsets.UTF_8));
        List<Row> rows = rows("ndjson", "{compression: auto, entry: '\\.ndjson$'}", zip(entries));
        assertThat(rows).hasSize(4);
        assertThat(position(rows.get(1))).isEqualTo("x/một.ndjson: line 2");
        assertThat(((Row.Broken) rows.get(1)).refusal().fault().where()).isEqualTo("x/một.ndjson: line 2");
        assertThat(value(rows.get(3))).isEqualTo(Map.of("a", 3L));
        assertThatThrownBy(() -> rows("ndjson", "{compression: zip, entry: csv}", zip(entries)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("missing-entry");
    }

    @Test
    void anEntryThatCannotBeReadSpoilsNoOtherAndItsRawFormOutlivesTheReading() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.json", "{\"x\":1".getBytes(StandardCharsets.UTF_8));
        entries.put("b.json", "nothing".getBytes(StandardCharsets.UTF_8));
        entries.put("c.json", "[{\"a\":1}]".getBytes(StandardCharsets.UTF_8));
        List<Row> rows = rows("json", "compression: zip", zip(entries));
        assertThat(fault(rows.get(0))).isEqualTo("truncated-message");
        assertThat(raw(rows.get(0))).isEqualTo("{\"x\":1");
        assertThat(fault(rows.get(1))).isEqualTo("unreadable-json");
        assertThat(raw(rows.get(1))).isEqualTo("nothing");
        assertThat(value(rows.get(2))).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void aTruncatedGzipGivesWhatCameBefore() throws IOException {
        StringBuilder lines = new StringBuilder();
        java.util.Random random = new java.util.Random(3);
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"a\":").append(random.nextLong()).append("}\n");
        }
        byte[] whole = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        RecordFormat format = Reading.format("ndjson", "compression: gzip");
        TestMessage cut = TestMessage.of("cut", Arrays.copyOf(whole, whole.length / 2));
        int[] found = new int[1];
        assertThatThrownBy(() -> {
                    try (Stream<Row> rows = format.read(cut)) {
                        rows.iterator().forEachRemaining(row -> found[0]++);
                    }
                })
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("broken-archive");
        assertThat(found[0]).isBetween(5_000, 19_999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "gzip"})
    void brokenArchivesAreRefusedAndLeaveNothingBehind(String compression) throws IOException {
        byte[] zip = zip(Map.of("a", LINES));
        for (byte[] body :
                List.of(LINES, Arrays.copyOf(zip, zip.length - 10), new byte[] {0x1F, (byte) 0x8B, 8}, new byte[0])) {
            assertThatThrownBy(() -> rows("ndjson", "compression: " + compression, body))
                    .isInstanceOf(FaultException.class);
        }
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(file -> file.getFileName().toString().matches("iochub-.*\\.zip"))
                            .filter(CompressionTest::isOurs))
                    .isEmpty();
        }
    }

    /** Tests of other modules may be at work beside this one: what is theirs holds no such entry. */
    private static boolean isOurs(Path file) {
        try {
            return Files.size(file) < 300;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void bombsStopEarly() throws IOException {
        byte[] bomb = gzip(new Generated("", '\n', 400_000_000L, "").open());
        assertThatThrownBy(() -> rows("ndjson", "compression: gzip", bomb))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("archive-bomb");
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("bomb", new byte[60_000_000]);
        two.put("good", LINES);
        List<Row> rows = rows("text", "{compression: zip, separator: tab, names: [a]}", zip(two));
        assertThat(fault(rows.get(0))).isEqualTo("archive-bomb");
        assertThat(value(rows.get(1))).containsKey("a");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 10_001; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        }
        assertThatThrownBy(() -> rows("ndjson", "compression: zip", many.toByteArray()))
                .hasMessageContaining("too-many-entries");
    }

    @Test
    void anEntryNeedsAZip() {
        assertThat(Reading.problems("json", "entry: x")).containsExactly("/format/json/entry");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        return gzip(new java.io.ByteArrayInputStream(content));
    }

    private static byte[] gzip(InputStream content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            content.transferTo(gzip);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
