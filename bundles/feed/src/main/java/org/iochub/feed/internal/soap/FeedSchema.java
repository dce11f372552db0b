package org.iochub.feed.internal.soap;

import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.iochub.model.RecordType;
import org.iochub.model.schema.XmlSchemas;

/** The XML Schema of every message, with the record types as the model has them. */
final class FeedSchema {
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final String MANY = "unbounded";

    private final XMLStreamWriter out;

    private FeedSchema(XMLStreamWriter out) {
        this.out = out;
    }

    static void write(XMLStreamWriter out, List<RecordType<?>> types) throws XMLStreamException {
        new FeedSchema(out).write(types);
    }

    private void write(List<RecordType<?>> types) throws XMLStreamException {
        out.writeStartElement("xs", "schema", XSD);
        out.writeAttribute("targetNamespace", Soap.NAMESPACE);
        out.writeAttribute("elementFormDefault", "qualified");

        message(Soap.LIST_TYPES);
        end(2);
        message(Soap.LIST_TYPES + "Response");
        element("type", "tns:TypeInfo", "0", MANY);
        end(2);
        for (String operation : List.of(Soap.READ_FEED, Soap.READ_RECORDS)) {
            message(operation);
            query();
            end(2);
        }
        message(Soap.READ_FEED + "Response");
        element("record", "tns:FeedRecord", "0", MANY);
        element("next", "xs:string", "1", "1");
        element("more", "xs:boolean", "1", "1");
        end(2);
        message(Soap.READ_RECORDS + "Response");
        element("record", "tns:FeedRecord", "0", MANY);
        element("next", "xs:string", "0", "1");
        element("feed", "xs:string", "1", "1");
        end(2);
        message(Soap.GET_RECORD);
        element("type", "xs:string", "1", "1");
        element("id", "xs:string", "1", "1");
        end(2);
        message(Soap.GET_RECORD + "Response");
        element("record", "tns:FeedRecord", "1", "1");
        end(2);
        message("hubFault");
        element("code", "xs:string", "1", "1");
        element("parameter", "xs:string", "0", "1");
        element("reference", "xs:string", "0", "1");
        element("vi", "xs:string", "1", "1");
        element("en", "xs:string", "1", "1");
        end(2);

        typeInfo();
        record();
        data(types);
        for (RecordType<?> type : types) {
            XmlSchemas.write(out, "tns", type);
        }
        out.writeEndElement();
    }

    private void query() throws XMLStreamException {
        element("type", "xs:string", "1", "1");
        element("after", "xs:string", "0", "1");
        element("limit", "xs:int", "0", "1");
        element("source", "xs:string", "0", MANY);
        element("tenant", "xs:string", "0", MANY);
        element("area", "xs:string", "0", MANY);
        element("since", "xs:dateTime", "0", "1");
        element("major", "xs:int", "0", "1");
    }

    private void typeInfo() throws XMLStreamException {
        complexType("TypeInfo");
        element("name", "xs:string", "1", "1");
        element("major", "xs:int", "1", "1");
        element("element", "xs:string", "1", "1");
        element("titleVi", "xs:string", "1", "1");
        element("titleEn", "xs:string", "1", "1");
        element("readable", "xs:boolean", "1", "1");
        end(1);
    }

    /** The attributes of a CloudEvent; a delete has no data. */
    private void record() throws XMLStreamException {
        complexType("FeedRecord");
        element("id", "xs:string", "1", "1");
        element("source", "xs:string", "1", "1");
        element("type", "xs:string", "1", "1");
        element("major", "xs:int", "1", "1");
        element("subject", "xs:string", "1", "1");
        element("time", "xs:dateTime", "1", "1");
        element("sequence", "xs:string", "0", "1");
        element("recordedTime", "xs:dateTime", "1", "1");
        element("op", "xs:string", "1", "1");
        element("opReason", "xs:string", "0", "1");
        element("tenant", "xs:string", "1", "1");
        element("area", "xs:string", "0", "1");
        element("areaFrom", "xs:date", "0", "1");
        element("data", "tns:RecordData", "0", "1");
        end(1);
    }

    private void data(List<RecordType<?>> types) throws XMLStreamException {
        out.writeStartElement("xs", "complexType", XSD);
        out.writeAttribute("name", "RecordData");
        out.writeStartElement("xs", "choice", XSD);
        for (RecordType<?> type : types) {
            element(XmlSchemas.elementName(type), "tns:" + XmlSchemas.typeName(type), "1", "1");
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    /** Opens an element of a message and its sequence; {@code end(2)} closes both. */
    private void message(String name) throws XMLStreamException {
        out.writeStartElement("xs", "element", XSD);
        out.writeAttribute("name", name);
        out.writeStartElement("xs", "complexType", XSD);
        out.writeStartElement("xs", "sequence", XSD);
    }

    private void complexType(String name) throws XMLStreamException {
        out.writeStartElement("xs", "complexType", XSD);
        out.writeAttribute("name", name);
        out.writeStartElement("xs", "sequence", XSD);
    }

    private void end(int depth) throws XMLStreamException {
        for (int open = 0; open <= depth; open++) {
            out.writeEndElement();
        }
    }

    private void element(String name, String type, String least, String most) throws XMLStreamException {
        out.writeEmptyElement("xs", "element", XSD);
        out.writeAttribute("name", name);
        out.writeAttribute("type", type);
        out.writeAttribute("minOccurs", least);
        out.writeAttribute("maxOccurs", most);
    }
}
