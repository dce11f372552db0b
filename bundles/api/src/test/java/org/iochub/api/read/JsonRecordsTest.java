package org.iochub.api.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {
    private static final JsonLimits SMALL = new JsonLimits(40, 5, 20);

    @Test
    void elementsWithTheirTextAndPosition() {
        assertThat(
                        array(
                                "{\"session\":{\"data\":[9]}, \"data\":[ {\"a\" : \"]\\\"}\"} , 12.50, \"x\",null ,[1]],\"z\":{\"y\":[]}}"))
                .containsExactly(
                        "data[0] {\"a\" : \"]\\\"}\"}",
                        "data[1] 12.50",
                        "data[2] \"x\"",
                        "data[3] null",
                        "data[4] [1]");
    }

    @Test
    void theDocumentItselfMayBeTheArray() {
        assertThat(read("[1,2]", JsonLimits.DEFAULT)).containsExactly("[0] 1", "[1] 2");
        assertThat(read("[]", JsonLimits.DEFAULT)).isEmpty();
    }

    @Test
    void aPoisonElementDoesNotStopThoseBehindIt() {
        assertThat(array("{\"data\":[{\"a\":},{\"a\":1,\"a\":2},{\"a\":\"" + "x".repeat(50) + "\"},[[[[[[1]]]]]],\""
                        + "y".repeat(25) + "\",tru,{\"ok\":1}]}"))
                .containsExactly(
                        "data[0] unreadable-json: {\"a\":}",
                        "data[1] unreadable-json: {\"a\":1,\"a\":2}",
                        "data[2] over-limit: {\"a\":\"" + "x".repeat(50) + "\"}",
                        "data[3] over-limit: [[[[[[1]]]]]]",
                        "data[4] over-limit: \"" + "y".repeat(25) + "\"",
                        "data[5] unreadable-json: tru",
                        "data[6] {\"ok\":1}");
    }

    @Test
    void garbledBytesSpoilOneElement() {
        byte[] bytes = "[\"a\",\"?\",\"c\"]".getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xC3;
        assertThat(read(message(bytes), JsonLimits.DEFAULT))
                .element(1)
                .asString()
                .startsWith("[1] unreadable-json");
        assertThat(read(message(bytes), JsonLimits.DEFAULT)).contains("[2] \"c\"");
    }

    @Test
    void aDocumentThatBreaksOffGivesWhatCameBefore() {
        assertThat(array("{\"data\":[1,{\"a\":2")).containsExactly("data[0] 1", "data[1] truncated-message: {\"a\":2");
        assertThat(array("{\"data\":[1,2")).containsExactly("data[0] 1", "data[1] 2", "data[2] truncated-message: ");
        assertThat(array("{\"data\":[1]")).containsExactly("data[0] 1", "data[1] truncated-message: ");
        assertThat(array("{\"data\":[1]}}")).hasSize(2).element(1).asString().contains("truncated-message");
    }

    @Test
    void anUnclosedTextTakesTheRest() {
        assertThat(array("{\"data\":[1,{\"a\":\"x},{\"a\":3}]}"))
                .containsExactly("data[0] 1", "data[1] truncated-message: {\"a\":\"x},{\"a\":3}]}");
    }

    @Test
    void aMessageWithoutTheArrayIsRefusedWhole() {
        for (String text : List.of("{}", "{\"data\":{}}", "[]", "1")) {
            assertThatThrownBy(() -> array(text))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("missing-list"));
        }
        for (String text : List.of("{", "garbage", "{\"x\":<html>", "")) {
            assertThatThrownBy(() -> array(text)).isInstanceOf(FaultException.class);
        }
    }

    @Test
    void faultsDoNotRepeatTheText() {
        assertThatThrownBy(() -> array("{\"ten\":Nguyen}"))
                .isInstanceOf(FaultException.class)
                .hasMessageNotContaining("Nguyen");
    }

    @Test
    void oneValueALine() throws IOException {
        RawMessage message = message("{\"a\":1}\n\n{\"a\":\n\"" + "x".repeat(60) + "\"\r\n{\"a\":2}\r\n");
        try (Stream<JsonItem> items = JsonRecords.lines(message, SMALL)) {
            assertThat(items.map(JsonRecordsTest::show))
                    .containsExactly(
                            "line 1 {\"a\":1}",
                            "line 3 unreadable-json: {\"a\":",
                            "line 4 over-limit: \"" + "x".repeat(60) + "\"",
                            "line 5 {\"a\":2}");
        }
    }

    private static List<String> array(String text) {
        return read(text, SMALL, "data");
    }

    private static List<String> read(String text, JsonLimits limits, String... path) {
        return read(message(text), limits, path);
    }

    private static List<String> read(RawMessage message, JsonLimits limits, String... path) {
        try (Stream<JsonItem> items = JsonRecords.array(message, limits, path)) {
            return items.map(JsonRecordsTest::show).collect(Collectors.toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String show(JsonItem item) {
        try (InputStream in = item.raw().content().open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return item.raw().position() + " "
                    + (item instanceof JsonItem.Broken broken ? broken.fault().code() + ": " + text : text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RawMessage message(String text) {
        return message(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RawMessage message(byte[] body) {
        return new InMemory(body);
    }

    private record InMemory(byte[] body) implements RawMessage {
        @Override
        public String id() {
            return "m";
        }

        @Override
        public String name() {
            return "m";
        }

        @Override
        public long size() {
            return body.length;
        }

        @Override
        public OffsetDateTime receivedAt() {
            return OffsetDateTime.parse("2026-03-02T08:00:00+07:00");
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(body);
        }
    }
}
