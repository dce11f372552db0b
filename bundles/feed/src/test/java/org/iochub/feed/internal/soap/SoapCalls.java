package org.iochub.feed.internal.soap;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.iochub.feed.internal.testing.Face;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** SOAP by hand: envelopes over plain HTTP, answers checked against the schema of the description. */
final class SoapCalls {
    private final Face face;

    SoapCalls(Face face) {
        this.face = face;
    }

    static String envelope(String header, String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>" + header
                + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    static String operation(String name, String content) {
        return "<" + name + " xmlns=\"urn:iochub:soap:feed:1\">" + content + "</" + name + ">";
    }

    static String token(String key, String type) {
        return "<w:Security s:mustUnderstand=\"1\" xmlns:w=\"" + Soap.WSSE + "\"><w:UsernameToken><w:Username>ioc"
                + "</w:Username><w:Password Type=\"urn:x#" + type + "\">" + key
                + "</w:Password></w:UsernameToken></w:Security>";
    }

    /** @param key sent as bearer; empty for none */
    HttpResponse<String> post(String key, String envelope, String... headers) {
        return face.send(face.request(key, "/soap/feed", headers)
                .header("Content-Type", "text/xml")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope)));
    }

    /** Calls an operation; the answer's payload is valid against the schema. */
    Element call(String key, String operation, String content) throws Exception {
        HttpResponse<String> response = post(key, envelope("", operation(operation, content)));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.body());
        }
        Element payload = payload(response);
        schema().newValidator().validate(new DOMSource(payload));
        return payload;
    }

    /** What is in the body of an answer. */
    static Element payload(HttpResponse<String> response) throws Exception {
        NodeList body = parse(response.body()).getElementsByTagNameNS(Soap.ENVELOPE, "Body");
        Node child = body.item(0).getFirstChild();
        // A document of its own, so that the validator sees nothing around it.
        Document document = builder().newDocument();
        document.appendChild(document.importNode(child, true));
        return document.getDocumentElement();
    }

    Schema schema() throws Exception {
        Document wsdl = parse(face.get("", "/soap/feed?wsdl").body());
        Element schema = (Element) wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                .item(0);
        schema.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:tns", Soap.NAMESPACE);
        schema.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xs", XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Document alone = builder().newDocument();
        alone.appendChild(alone.importNode(schema, true));
        return SchemaFactory.newDefaultInstance().newSchema(new DOMSource(alone));
    }

    static Document parse(String xml) throws Exception {
        return builder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static javax.xml.parsers.DocumentBuilder builder() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        javax.xml.parsers.DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        return builder;
    }

    static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static String text(Element within, String name) {
        return all(within, name).stream().findFirst().map(Node::getTextContent).orElse("");
    }
}
