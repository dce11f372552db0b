package org.iochub.api.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class XmlElementTest {
    private static final String DOCUMENT =
            "<a:x xmlns:a='urn:a' xmlns:t='urn:t' t:type='K' n=' '>một<b> hai <c>3 &amp; 4</c></b><b/><!-- - --></a:x>";

    @Test
    void readsNamesTextsAndAttributes() throws Exception {
        XmlElement x = read(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        assertThat(x.namespace()).isEqualTo("urn:a");
        assertThat(x.text()).isEqualTo("một");
        assertThat(x.attribute("type")).contains("K");
        assertThat(x.attribute("n")).isEmpty();
        assertThat(x.children("b")).hasSize(2);
        assertThat(x.text("b", "c")).contains("3 & 4");
        assertThat(x.text("b", "d")).isEmpty();
    }

    @Test
    void writesWhatItRead() throws Exception {
        XmlElement x = read(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        try (InputStream written = x.open()) {
            assertThat(read(written.readAllBytes())).isEqualTo(x);
        }
    }

    @Test
    void saysWhatIsBroken() {
        assertThatThrownBy(() -> read("<a><b></a>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("xml-malformed");
    }

    private static XmlElement read(byte[] document) throws Exception {
        XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(document), SafeXml.Limits.DEFAULT);
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // Comments before the root.
        }
        return XmlElement.read(xml);
    }
}
