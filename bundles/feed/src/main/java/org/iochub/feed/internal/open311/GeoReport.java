package org.iochub.feed.internal.open311;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.iochub.feed.internal.json.Json;
import org.iochub.model.json.XmlText;

/** Documents of GeoReport v2: the address says whether they are JSON or XML. Each is of maps, lists and single values. */
final class GeoReport {
    static final String FORMAT = "{format: json|xml}";
    static final String JSON = "application/json; charset=utf-8";
    static final String XML = "text/xml; charset=utf-8";

    private static final Map<String, String> ONE_OF =
            Map.of("endpoints", "endpoint", "formats", "format", "attributes", "attribute");

    private GeoReport() {}

    /** @param root in XML; @param item in XML, of the list's elements */
    static Response.ResponseBuilder list(String format, String root, String item, List<Map<String, Object>> documents) {
        return format.equals("xml")
                ? answer(XML, xml(out -> {
                    out.writeStartElement(root);
                    for (Map<String, Object> document : documents) {
                        write(out, item, document);
                    }
                    out.writeEndElement();
                }))
                : answer(JSON, Json.bytes(documents));
    }

    static Response.ResponseBuilder one(String format, String root, Map<String, Object> document) {
        return format.equals("xml")
                ? answer(XML, xml(out -> write(out, root, document)))
                : answer(JSON, Json.bytes(document));
    }

    private static Response.ResponseBuilder answer(String mediaType, byte[] body) {
        return Response.ok(body).header(HttpHeaders.CONTENT_TYPE, mediaType);
    }

    static byte[] xml(Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("utf-8", "1.0");
            content.write(out);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing can fail in memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void write(XMLStreamWriter out, String name, Object value) throws XMLStreamException {
        out.writeStartElement(name);
        if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                write(out, member.getKey().toString(), member.getValue());
            }
        } else if (value instanceof List<?> elements) {
            for (Object element : elements) {
                write(out, ONE_OF.getOrDefault(name, "item"), element);
            }
        } else {
            out.writeCharacters(XmlText.clean(value.toString()));
        }
        out.writeEndElement();
    }

    /** What a document holds. */
    @FunctionalInterface
    interface Content {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }
}
