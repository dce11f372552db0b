package org.iochub.model.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.iochub.model.RecordType;

/**
 * Record types as XML Schema, from the same reading of their components as the JSON Schemas. Lists are repeated
 * elements; a map is a list of {@code entry} with its key as an attribute. Patterns and lengths are left to the JSON
 * Schema: regular expressions differ, and validators of XML do not agree on what a character is. The output is the same
 * in every run.
 */
public final class XmlSchemas {
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    private XmlSchemas() {}

    /** The element that holds a record's data: {@code citizenReport}; {@code citizenReportV2} for a later major. */
    public static String elementName(RecordType<?> type) {
        String name = pascal(type.name());
        return name.substring(0, 1).toLowerCase(Locale.ROOT)
                + name.substring(1)
                + (type.major() == 1 ? "" : "V" + type.major());
    }

    /** The name of the complex type: {@code CitizenReportV1}. */
    public static String typeName(RecordType<?> type) {
        return pascal(type.name()) + "V" + type.major();
    }

    private static String pascal(String kebab) {
        return Arrays.stream(kebab.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /**
     * Writes the complex types of a record type into an open {@code schema} element.
     *
     * @param prefix that the writer knows for the schema's own target namespace
     */
    public static void write(XMLStreamWriter out, String prefix, RecordType<?> type) throws XMLStreamException {
        Map<String, Class<?>> nested = new TreeMap<>();
        String name = typeName(type);
        complexType(
                out,
                prefix,
                name,
                type.title().vi() + " / " + type.title().en(),
                Shape.of(type.dataClass()),
                name,
                nested);
        while (!nested.isEmpty()) {
            // What a nested class contains is found while it is written.
            Map<String, Class<?>> found = new TreeMap<>();
            for (Map.Entry<String, Class<?>> each : nested.entrySet()) {
                complexType(out, prefix, each.getKey(), "", Shape.of(each.getValue()), name, found);
            }
            nested = found;
        }
    }

    private static void complexType(
            XMLStreamWriter out,
            String prefix,
            String name,
            String title,
            Shape shape,
            String owner,
            Map<String, Class<?>> nested)
            throws XMLStreamException {
        out.writeStartElement("xs", "complexType", XSD);
        out.writeAttribute("name", name);
        document(out, title);
        out.writeStartElement("xs", "sequence", XSD);
        for (Shape.Component component : shape.components()) {
            element(out, prefix, component, owner, nested);
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void element(
            XMLStreamWriter out, String prefix, Shape.Component component, String owner, Map<String, Class<?>> nested)
            throws XMLStreamException {
        Field field = component.field();
        out.writeStartElement("xs", "element", XSD);
        out.writeAttribute("name", component.name());
        if (!component.required()) {
            out.writeAttribute("minOccurs", "0");
        }
        if (component.container() == Shape.Container.LIST) {
            out.writeAttribute("maxOccurs", "unbounded");
        }
        boolean map = component.container() == Shape.Container.MAP;
        if (!map && component.kind() == Shape.Kind.NESTED) {
            String name = owner + component.valueClass().getSimpleName();
            nested.put(name, component.valueClass());
            out.writeAttribute("type", prefix + ":" + name);
        } else if (!map && component.kind() != Shape.Kind.CODE) {
            out.writeAttribute("type", "xs:" + simple(component));
        }
        document(out, field.vi() + " / " + field.en() + (field.unit().isEmpty() ? "" : " [" + field.unit() + "]"));
        if (map) {
            entries(out, component);
        } else if (component.kind() == Shape.Kind.CODE) {
            codes(out, component);
        }
        out.writeEndElement();
    }

    private static void entries(XMLStreamWriter out, Shape.Component component) throws XMLStreamException {
        out.writeStartElement("xs", "complexType", XSD);
        out.writeStartElement("xs", "sequence", XSD);
        out.writeStartElement("xs", "element", XSD);
        out.writeAttribute("name", "entry");
        out.writeAttribute("minOccurs", "0");
        out.writeAttribute("maxOccurs", "unbounded");
        out.writeStartElement("xs", "complexType", XSD);
        out.writeStartElement("xs", "simpleContent", XSD);
        out.writeStartElement("xs", "extension", XSD);
        out.writeAttribute("base", "xs:" + simple(component));
        out.writeEmptyElement("xs", "attribute", XSD);
        out.writeAttribute("name", "key");
        out.writeAttribute("type", "xs:string");
        out.writeAttribute("use", "required");
        for (int open = 0; open < 6; open++) {
            out.writeEndElement();
        }
    }

    private static void codes(XMLStreamWriter out, Shape.Component component) throws XMLStreamException {
        out.writeStartElement("xs", "simpleType", XSD);
        out.writeStartElement("xs", "restriction", XSD);
        out.writeAttribute("base", "xs:" + simple(component));
        for (Object constant : component.valueClass().getEnumConstants()) {
            out.writeEmptyElement("xs", "enumeration", XSD);
            out.writeAttribute("value", WireCodes.of(constant).toString());
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private static String simple(Shape.Component component) {
        Class<?> value = component.valueClass();
        return switch (component.kind()) {
            case TEXT -> "string";
            case INTEGER -> value == int.class || value == Integer.class ? "int" : "long";
            case NUMBER -> value == double.class || value == Double.class ? "double" : "decimal";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DATE_TIME -> "dateTime";
            case CODE -> WireCodes.areNumbers(value) ? "int" : "string";
            case NESTED -> throw new IllegalArgumentException(component.name() + ": records in a map have no XML form");
        };
    }

    private static void document(XMLStreamWriter out, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            out.writeStartElement("xs", "annotation", XSD);
            out.writeStartElement("xs", "documentation", XSD);
            out.writeCharacters(text);
            out.writeEndElement();
            out.writeEndElement();
        }
    }
}
