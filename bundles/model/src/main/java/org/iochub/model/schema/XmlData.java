package org.iochub.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.iochub.model.RecordType;
import org.iochub.model.json.XmlText;

/**
 * A record's data as XML, valid against {@link XmlSchemas}. Fields that the type does not know are left out: the schema
 * has no place for them. Safe for any number of threads.
 */
public final class XmlData {
    private final String element;
    private final Shape shape;
    private final Map<Class<?>, Shape> nested = new HashMap<>();

    private XmlData(String element, Shape shape) {
        this.element = element;
        this.shape = shape;
        collect(shape);
    }

    public static XmlData of(RecordType<?> type) {
        return new XmlData(XmlSchemas.elementName(type), Shape.of(type.dataClass()));
    }

    private void collect(Shape outer) {
        outer.components().stream()
                .filter(component -> component.kind() == Shape.Kind.NESTED)
                .map(component -> Shape.of(component.valueClass()))
                .forEach(inner -> {
                    nested.put(inner.type(), inner);
                    collect(inner);
                });
    }

    /** Writes the element; the schema's namespace must be the writer's default one. */
    public void write(XMLStreamWriter out, JsonNode data) throws XMLStreamException {
        out.writeStartElement(element);
        fields(out, shape, data);
        out.writeEndElement();
    }

    private void fields(XMLStreamWriter out, Shape shape, JsonNode data) throws XMLStreamException {
        for (Shape.Component component : shape.components()) {
            JsonNode value = data.path(component.name());
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            switch (component.container()) {
                case ONE, OPTIONAL -> value(out, component, value);
                case LIST -> {
                    for (JsonNode each : value) {
                        value(out, component, each);
                    }
                }
                case MAP -> {
                    out.writeStartElement(component.name());
                    for (Map.Entry<String, JsonNode> entry : value.properties()) {
                        out.writeStartElement("entry");
                        out.writeAttribute("key", XmlText.clean(entry.getKey()));
                        out.writeCharacters(text(component.kind(), entry.getValue()));
                        out.writeEndElement();
                    }
                    out.writeEndElement();
                }
            }
        }
    }

    private void value(XMLStreamWriter out, Shape.Component component, JsonNode value) throws XMLStreamException {
        out.writeStartElement(component.name());
        if (component.kind() == Shape.Kind.NESTED) {
            fields(out, nested.get(component.valueClass()), value);
        } else {
            out.writeCharacters(text(component.kind(), value));
        }
        out.writeEndElement();
    }

    private static String text(Shape.Kind kind, JsonNode value) {
        return switch (kind) {
            case NUMBER -> value.decimalValue().toPlainString();
            // JSON may leave seconds out, xs:dateTime may not.
            case DATE_TIME -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(value.asText()));
            default -> XmlText.clean(value.asText());
        };
    }
}
