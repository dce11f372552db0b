package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.declarative.internal.format.Reading.fault;
import static org.iochub.declarative.internal.format.Reading.position;
import static org.iochub.declarative.internal.format.Reading.problems;
import static org.iochub.declarative.internal.format.Reading.raw;
import static org.iochub.declarative.internal.format.Reading.rows;
import static org.iochub.declarative.internal.format.Reading.value;
import static org.iochub.declarative.internal.format.Reading.values;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlFormatTest {
    private static final String ITEMS = "records: /rss/channel/item";

    @Test
    void elementsBecomeFields() {
        List<Row> rows = rows("xml", "{records: /rss/channel/item, lists: [tag, photo]}", """
                <?xml version="1.0"?>\r
                <rss><channel><title>bỏ qua</title>
                  <item id="1"><title> Tin &amp; <![CDATA[<bài>]]></title><empty/><tag>a</tag>
                    <note lang="vi">ghi <b>đậm</b> chú</note><x>1</x><x>2</x><photo/></item>
                  <item>chỉ chữ</item>
                </channel></rss>""");
        assertThat(values(rows))
                .containsExactly(
                        Map.of(
                                "@id", "1",
                                "title", " Tin & <bài>",
                                "tag", List.of("a"),
                                "note", Map.of("@lang", "vi", "b", "đậm", "#text", "ghi  chú"),
                                "x", List.of("1", "2"),
                                "photo", List.of()),
                        Map.of("#text", "chỉ chữ"));
        assertThat(position(rows.get(1))).isEqualTo("rss/channel/item[1]");
        assertThat(raw(rows.get(1))).isEqualTo("<item>chỉ chữ</item>");
        assertThat(raw(rows.get(0))).startsWith("<item id=\"1\"><title> Tin &amp; &lt;bài&gt;</title>");
    }

    @Test
    void namespacesGoByTheDeclaredPrefixWhateverTheDocumentUses() {
        String options = "{records: '/cap:alert', namespaces: {cap: 'urn:x:cap', g: 'urn:x:g'}}";
        Map<String, Object> expected =
                Map.of("cap:id", "A1", "cap:info", Map.of("g:box", "1", "@g:kind", "k"), "other", "o");
        assertThat(values(rows("xml", options, """
                <alert xmlns="urn:x:cap"><id>A1</id><info xmlns:q="urn:x:g" q:kind="k"><q:box>1</q:box></info>
                <o:other xmlns:o="urn:x:o">o</o:other></alert>"""))).containsExactly(expected);
        assertThat(rows("xml", options, "<alert><id>A1</id></alert>")).isEmpty();
    }

    @Test
    void recordsInheritWhatStandsAboveThem() {
        List<Row> rows = rows("xml", "{records: /r/s/o, inherit: [/r/h/day, /r/s/@id, /r/s/place]}", """
                <r><h><day>1</day><x/></h>
                <s id="A"><place><n>x</n></place><o><v>1</v></o><o><v>2</v><day>own</day></o></s>
                <s id="B"><o><v>3</v></o></s>
                <h><day/></h><s id=""><o><v>4</v></o></s></r>""");
        assertThat(values(rows))
                .containsExactly(
                        Map.of("day", "1", "@id", "A", "place", Map.of("n", "x"), "v", "1"),
                        Map.of("day", "own", "@id", "A", "place", Map.of("n", "x"), "v", "2"),
                        Map.of("day", "1", "@id", "B", "v", "3"),
                        Map.of("v", "4"));
    }

    @Test
    void anEncodingIsWhatTheDocumentSays() {
        byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a><b>B\u00d7nh</b></a>"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(values(rows("xml", "records: /a", latin))).containsExactly(Map.of("b", "B×nh"));
        byte[] utf16 = "\uFEFF<a><b>Đức</b></a>".getBytes(StandardCharsets.UTF_16LE);
        assertThat(values(rows("xml", "records: /a", utf16))).containsExactly(Map.of("b", "Đức"));
        assertThat(values(rows("xml", "records: /a", "\uFEFF<a><b>Pho\u031b\u0300</b></a>")))
                .containsExactly(Map.of("b", "Pho\u031b\u0300"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><a>1</a></item><item><a>",
                "<rss><channel><item><a>1</a></item><x></y>",
                "<rss><channel><item><a>1</a></item>&nbsp;</channel></rss>"
            })
    void whatBreaksOffGivesWhatCameBeforeAndARefusal(String body) {
        List<Row> rows = rows("xml", ITEMS, body);
        assertThat(rows).hasSize(2);
        assertThat(value(rows.get(0))).isEqualTo(Map.of("a", "1"));
        assertThat(fault(rows.get(1))).startsWith("xml-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xml-forbidden-dtd | <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>
            xml-forbidden-dtd | <!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><rss>&c;</rss>
            xml-malformed     | rác
            xml-malformed     | {"a":1}
            """)
    void whatIsForbiddenOrNoXmlIsRefused(String code, String body) {
        List<Row> rows = rows("xml", ITEMS, body);
        assertThat(rows.stream().map(Reading::fault)).containsExactly(code);
    }

    @Test
    void anEmptyMessageIsRefused() {
        assertThatThrownBy(() -> rows("xml", ITEMS, ""))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("empty-message"));
    }

    @Test
    void aRecordOverTheLimitIsPassedOver() {
        String big = "<item>" + "<p>0123456789</p>".repeat(200) + "</item>";
        List<Row> rows = rows(
                "xml",
                "{records: /rss/channel/item, recordBytes: 1000}",
                "<rss><channel>" + big + "<item><a>1</a></item></channel></rss>");
        assertThat(fault(rows.get(0))).isEqualTo("over-limit");
        assertThat(value(rows.get(1))).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void aHugeTextAndEndlessNestingStopTheMessage() {
        RecordFormat format = Reading.format("xml", ITEMS);
        List<Row> rows =
                rows(format, new Generated("<rss><channel><item><a>1</a></item><item>", 'x', 200_000_000L, "</item>"));
        assertThat(value(rows.get(0))).isEqualTo(Map.of("a", "1"));
        assertThat(fault(rows.get(1))).isEqualTo("xml-too-long-text");
        assertThat(fault(rows("xml", ITEMS, "<rss><channel><item>" + "<a>".repeat(1_000))
                        .get(0)))
                .isEqualTo("xml-too-deep");
    }

    @Test
    void wrongPathsAreProblems() {
        assertThat(problems("xml", "records: '/x:a'")).containsExactly("/format/xml/records");
        assertThat(problems("xml", "records: '/a//b'")).containsExactly("/format/xml/records");
        assertThat(problems("xml", "{records: /a/b, inherit: [/a/b/c]}")).containsExactly("/format/xml/inherit/0");
    }
}
