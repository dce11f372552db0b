package org.iochub.feed.internal.soap;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.iochub.core.hub.Hub;
import org.iochub.core.type.RecordTypeRegistry;

/** The description of the service, WSDL 1.1 with everything in one document, for the record types there are now. */
final class Wsdl {
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String BINDING = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final List<String> OPERATIONS =
            List.of(Soap.LIST_TYPES, Soap.READ_FEED, Soap.READ_RECORDS, Soap.GET_RECORD);
    private static final String FAULT = "hubFault";
    private static final String PORT_TYPE = "Feed";

    private final Hub hub;
    private final RecordTypeRegistry registry;

    Wsdl(Hub hub, RecordTypeRegistry registry) {
        this.hub = hub;
        this.registry = registry;
    }

    byte[] document() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            write(out);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing can fail in memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("wsdl", "definitions", WSDL);
        out.writeNamespace("wsdl", WSDL);
        out.writeNamespace("soap", BINDING);
        out.writeNamespace("tns", Soap.NAMESPACE);
        out.writeNamespace("xs", javax.xml.XMLConstants.W3C_XML_SCHEMA_NS_URI);
        out.writeAttribute("name", Soap.SERVICE);
        out.writeAttribute("targetNamespace", Soap.NAMESPACE);
        out.writeStartElement("wsdl", "types", WSDL);
        FeedSchema.write(out, registry.all());
        out.writeEndElement();
        for (String operation : OPERATIONS) {
            message(out, operation);
            message(out, operation + "Response");
        }
        message(out, FAULT);
        portType(out);
        binding(out);
        service(out);
        out.writeEndElement();
    }

    private static void message(XMLStreamWriter out, String element) throws XMLStreamException {
        start(out, "message", element);
        out.writeEmptyElement("wsdl", "part", WSDL);
        out.writeAttribute("name", element.equals(FAULT) ? "fault" : "parameters");
        out.writeAttribute("element", "tns:" + element);
        out.writeEndElement();
    }

    private static void portType(XMLStreamWriter out) throws XMLStreamException {
        start(out, "portType", PORT_TYPE);
        for (String operation : OPERATIONS) {
            start(out, "operation", operation);
            out.writeStartElement("wsdl", "documentation", WSDL);
            out.writeCharacters(meaning(operation));
            out.writeEndElement();
            out.writeEmptyElement("wsdl", "input", WSDL);
            out.writeAttribute("message", "tns:" + operation);
            out.writeEmptyElement("wsdl", "output", WSDL);
            out.writeAttribute("message", "tns:" + operation + "Response");
            out.writeEmptyElement("wsdl", "fault", WSDL);
            out.writeAttribute("name", FAULT);
            out.writeAttribute("message", "tns:" + FAULT);
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static String meaning(String operation) {
        return switch (operation) {
            case Soap.LIST_TYPES -> "Các loại bản ghi / The record types";
            case Soap.READ_FEED ->
                "Bản ghi sau con trỏ after, cũ trước; next là con trỏ của lần đọc sau"
                        + " / Records behind the cursor after, oldest first; next is the cursor for the next call";
            case Soap.READ_RECORDS ->
                "Trạng thái hiện tại theo trang; feed là con trỏ để đọc tiếp bằng readFeed"
                        + " / Current state in pages; feed is the cursor to go on from with readFeed";
            default -> "Một bản ghi / One record";
        };
    }

    private static void binding(XMLStreamWriter out) throws XMLStreamException {
        start(out, "binding", PORT_TYPE + "Binding");
        out.writeAttribute("type", "tns:" + PORT_TYPE);
        out.writeEmptyElement("soap", "binding", BINDING);
        out.writeAttribute("style", "document");
        out.writeAttribute("transport", "http://schemas.xmlsoap.org/soap/http");
        for (String operation : OPERATIONS) {
            start(out, "operation", operation);
            out.writeEmptyElement("soap", "operation", BINDING);
            out.writeAttribute("soapAction", "");
            for (String direction : List.of("input", "output")) {
                out.writeStartElement("wsdl", direction, WSDL);
                out.writeEmptyElement("soap", "body", BINDING);
                out.writeAttribute("use", "literal");
                out.writeEndElement();
            }
            start(out, "fault", FAULT);
            out.writeEmptyElement("soap", "fault", BINDING);
            out.writeAttribute("name", FAULT);
            out.writeAttribute("use", "literal");
            out.writeEndElement();
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void service(XMLStreamWriter out) throws XMLStreamException {
        start(out, "service", Soap.SERVICE);
        start(out, "port", Soap.PORT);
        out.writeAttribute("binding", "tns:" + PORT_TYPE + "Binding");
        out.writeEmptyElement("soap", "address", BINDING);
        out.writeAttribute("location", hub.publicUrl() + Soap.PATH);
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void start(XMLStreamWriter out, String element, String name) throws XMLStreamException {
        out.writeStartElement("wsdl", element, WSDL);
        out.writeAttribute("name", name);
    }
}
