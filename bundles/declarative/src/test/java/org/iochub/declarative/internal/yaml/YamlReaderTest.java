package org.iochub.declarative.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static YamlFile read(String yaml) throws YamlException {
        return new YamlReader().read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "on",
                "off",
                "no",
                "yes",
                "Yes",
                "0x1F",
                "1_000",
                "1e3",
                ".5",
                "2026-01-01",
                "1.0.0",
                "+84",
                "12:30",
                "TRUE",
                "NULL",
                "99999999999999999999"
            })
    void whatIsNoJsonScalarStaysText(String scalar) throws YamlException {
        assertThat(read("a: " + scalar).root().get("a").isTextual()).isTrue();
        assertThat(read("a: " + scalar).root().get("a").textValue()).isEqualTo(scalar);
    }

    @ParameterizedTest
    @CsvSource({"1,NUMBER", "-3,NUMBER", "1.50,NUMBER", "true,BOOLEAN", "false,BOOLEAN", "~,NULL", "null,NULL"})
    void jsonScalarsAreTyped(String scalar, String kind) throws YamlException {
        JsonNode value = read("a: " + scalar).root().get("a");
        assertThat(value.getNodeType()).hasToString(kind);
    }

    @Test
    void quotedScalarsAndKeysAreText() throws YamlException {
        JsonNode root = read("{ 'a': \"01\", 1: '2', true: x }").root();
        assertThat(root.get("a").textValue()).isEqualTo("01");
        assertThat(root.get("1").textValue()).isEqualTo("2");
        assertThat(root.has("true")).isTrue();
    }

    @Test
    void everyKeyAndValueHasItsPlace() throws YamlException {
        YamlFile file = read("source: x\nmap:\n  - type: a\n    fields:\n      kind: \"b\"\n  - { type: c }\n");
        assertThat(file.place("/source")).isEqualTo(new Place(1, 1));
        assertThat(file.place("/map/0/fields/kind")).isEqualTo(new Place(5, 7));
        assertThat(file.value("/map/0/fields/kind")).contains(new Place(5, 14));
        assertThat(file.place("/map/1/type")).isEqualTo(new Place(6, 7));
        assertThat(file.place("/map/1/fields/there/is/none")).isEqualTo(new Place(6, 5));
    }

    @Test
    void aByteOrderMarkDoesNotCount() throws YamlException {
        assertThat(read("\uFEFFsource: x").place("/source")).isEqualTo(new Place(1, 1));
    }

    @Test
    void anAliasIsWrittenOut() throws YamlException {
        JsonNode root = read("a: &x { k: 1 }\nb: *x\n").root();
        assertThat(root.get("b")).isEqualTo(root.get("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\nb: 2\\na: 3|3|«a» stands twice",
                "a: !!java.net.URL x|1|tag",
                "a: !env X|1|tag",
                "a: [1\\n|2|no YAML",
                "a: 1\\n b: 2|2|no YAML",
                "a: 1\\n---\\nb: 2|2|no YAML",
                "? [a]\\n: 1|1|key must be a word",
                "a: &x [ *x ]|1|holds itself",
                "a: \\u0007|1|control character"
            })
    void mistakesNameTheirLine(String yaml, int line, String sentence) {
        String text = yaml.replace("\\n", "\n").replace("\\u0007", "\u0007");
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(YamlException.class, e -> {
            assertThat(e.text().en()).contains(sentence);
            assertThat(e.place().line()).isEqualTo(line);
        });
    }

    @Test
    void aSmallTextCannotBecomeAHugeTree() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 8; i++) {
            laughs.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("x]\n");
        }
        assertThatThrownBy(() -> read(laughs.toString())).isInstanceOf(YamlException.class);
    }

    @Test
    void depthSizeAndEncodingAreBounded() {
        assertThatThrownBy(() -> read("[".repeat(5_000))).isInstanceOf(YamlException.class);
        assertThatThrownBy(() -> new YamlReader().read(new byte[YamlReader.MAX_BYTES + 1]))
                .hasMessageContaining("over the limit");
        assertThatThrownBy(() -> new YamlReader().read(new byte[] {'a', ':', ' ', (byte) 0xC3}))
                .hasMessageContaining("not UTF-8");
    }
}
