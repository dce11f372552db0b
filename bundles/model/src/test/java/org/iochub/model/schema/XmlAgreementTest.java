package org.iochub.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.iochub.model.PersonalAccess;
import org.iochub.model.RandomRecords;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.json.ModelJson;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Whatever record is valid is valid as XML, at every level of personal data. */
class XmlAgreementTest {
    private static final String NAMESPACE = "urn:test";
    private static final ModelJson MODEL = new ModelJson();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<RecordType<?>> types() {
        return RecordTypes.builtIn().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends RecordData> void randomRecordsAreValidAsXml(RecordType<T> type) throws Exception {
        Schema schema = schema(type);
        PersonalFields personal = PersonalFields.of(type);
        RandomRecords random = new RandomRecords(7);
        for (int i = 0; i < 60; i++) {
            byte[] json = MODEL.codec(type.dataClass()).write(random.record(type.dataClass()));
            for (PersonalAccess access : PersonalAccess.values()) {
                String xml = xml(type, JSON.readTree(personal.show(json, access)));
                assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(xml))))
                        .as(xml)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends RecordData> void aRecordWithoutWhatItMustHaveIsNot(RecordType<T> type) throws Exception {
        T record = new RandomRecords(7).record(type.dataClass());
        ObjectNode json =
                (ObjectNode) JSON.readTree(MODEL.codec(type.dataClass()).write(record));
        json.remove(type.timeField());
        String xml = xml(type, json);
        assertThat(xml).contains("<" + XmlSchemas.elementName(type));
        assertThatThrownBy(() -> schema(type).newValidator().validate(new StreamSource(new StringReader(xml))))
                .isInstanceOf(SAXException.class);
    }

    private static String xml(RecordType<?> type, JsonNode data) throws Exception {
        StringWriter text = new StringWriter();
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        out.writeStartElement("root");
        out.writeDefaultNamespace(NAMESPACE);
        XmlData.of(type).write(out, data);
        out.writeEndElement();
        out.close();
        return text.toString();
    }

    private static Schema schema(RecordType<?> type) throws Exception {
        StringWriter text = new StringWriter();
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        String xsd = XMLConstants.W3C_XML_SCHEMA_NS_URI;
        out.writeStartElement("xs", "schema", xsd);
        out.writeNamespace("xs", xsd);
        out.writeNamespace("t", NAMESPACE);
        out.writeAttribute("targetNamespace", NAMESPACE);
        out.writeAttribute("elementFormDefault", "qualified");
        XmlSchemas.write(out, "t", type);
        out.writeStartElement("xs", "element", xsd);
        out.writeAttribute("name", "root");
        out.writeStartElement("xs", "complexType", xsd);
        out.writeStartElement("xs", "sequence", xsd);
        out.writeEmptyElement("xs", "element", xsd);
        out.writeAttribute("name", XmlSchemas.elementName(type));
        out.writeAttribute("type", "t:" + XmlSchemas.typeName(type));
        for (int open = 0; open < 4; open++) {
            out.writeEndElement();
        }
        out.close();
        return SchemaFactory.newDefaultInstance().newSchema(new StreamSource(new StringReader(text.toString())));
    }
}
