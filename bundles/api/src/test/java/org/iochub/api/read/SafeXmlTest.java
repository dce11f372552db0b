package org.iochub.api.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.read.SafeXml.Limits;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXmlTest {
    private static final Limits SMALL = new Limits(2_000, 4, 3, 100);

    @Test
    void readsTextAndCdata() throws XMLStreamException {
        XMLStreamReader reader = open("<a>Đức &amp; <![CDATA[<Phổ>]]>&#x1EE5;</a>");
        reader.nextTag();
        assertThat(reader.getElementText()).isEqualTo("Đức & <Phổ>ụ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;&x;&x;\">]><a>&z;</a>"
            })
    void refusesDocumentTypes(String xml) {
        assertThat(fault(xml)).isEqualTo("xml-forbidden-dtd");
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThat(fault("<a><a><a><a><a/></a></a></a></a>")).isEqualTo("xml-too-deep");
        assertThat(fault("<a b='' c='' d='' e=''/>")).isEqualTo("xml-too-many-attributes");
        assertThat(fault("<a>" + "ơ".repeat(101) + "</a>")).isEqualTo("xml-too-long-text");
        assertThat(fault("<a>" + "<b/>".repeat(1_000) + "</a>")).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a>", "<a></b>", "not xml", "<a>&nbsp;</a>", "<a>\u0001</a>"})
    void refusesWhatIsNoXml(String xml) {
        assertThat(fault(xml)).isIn("xml-malformed", "xml-undeclared-entity");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] latin1 = "<a>\u00ea</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> drain(SafeXml.reader(new ByteArrayInputStream(latin1), SMALL)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("xml-malformed");
    }

    @Test
    void letsAFailingStreamFail() {
        InputStream failing = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read == 3) {
                    throw new IOException("disk");
                }
                return "<a>".charAt(read++);
            }
        };
        assertThatThrownBy(() -> drain(SafeXml.reader(failing, SMALL))).isInstanceOf(XMLStreamException.class);
    }

    private static String fault(String xml) {
        try {
            drain(open(xml));
            return "none";
        } catch (FaultException e) {
            return e.fault().code();
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    private static XMLStreamReader open(String xml) throws XMLStreamException {
        return SafeXml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), SMALL);
    }

    private static void drain(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }
}
