package org.iochub.declarative.internal.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one element into text or a map, and keeps how it was written. An element over the limit is passed over without
 * being held. Used by one thread.
 */
final class XmlElement {
    /**
     * An element.
     *
     * @param value text for a leaf without attributes, else a map; empty when it was too long
     * @param raw its markup, with the document's own prefixes
     * @param length in characters, however long it was
     */
    record Read(Object value, String raw, long length) {}

    private final XMLStreamReader reader;
    private final XmlFormat.Plan plan;
    private StringBuilder raw = new StringBuilder();
    private long length;

    XmlElement(XMLStreamReader reader, XmlFormat.Plan plan) {
        this.reader = reader;
        this.plan = plan;
    }

    /** Stands on a start tag; afterwards on its end tag. */
    Read read() throws XMLStreamException {
        raw = new StringBuilder();
        length = 0;
        Object value = element();
        return length > plan.recordBytes() ? new Read("", "", length) : new Read(value, raw.toString(), length);
    }

    private Object element() throws XMLStreamException {
        String tag = qualified(reader.getPrefix(), reader.getLocalName());
        Map<String, Object> fields = new LinkedHashMap<>();
        startTag(tag, fields);
        StringBuilder text = new StringBuilder();
        boolean mixed = false;
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    mixed = true;
                    String name = plan.names().element(reader);
                    add(fields, name, element());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    String piece = reader.getText();
                    escaped(piece, false);
                    if (fits()) {
                        text.append(piece);
                    }
                }
                default -> {
                    // Comments and instructions.
                }
            }
        }
        write("</" + tag + ">");
        return finished(fields, text, mixed);
    }

    private Object finished(Map<String, Object> fields, StringBuilder text, boolean mixed) {
        if (!fits()) {
            return "";
        }
        // Blanks between elements are layout; those around a leaf's text are the source's own.
        boolean blank = text.toString().isBlank();
        if (fields.isEmpty()) {
            return blank ? "" : text.toString();
        }
        if (!blank) {
            fields.put("#text", mixed ? text.toString().strip() : text.toString());
        }
        return Collections.unmodifiableMap(fields);
    }

    private void add(Map<String, Object> fields, String name, Object value) {
        if (!fits() || value.equals("") && !plan.lists().contains(name)) {
            return;
        }
        Object before = fields.get(name);
        if (before instanceof List<?> list) {
            items(list).add(value);
        } else if (before != null || plan.lists().contains(name)) {
            List<Object> list = new ArrayList<>();
            if (before != null) {
                list.add(before);
            }
            if (!value.equals("")) {
                list.add(value);
            }
            fields.put(name, list);
        } else {
            fields.put(name, value);
        }
    }

    /** A list among the fields is one that {@link #add} made. */
    @SuppressWarnings("unchecked")
    private static List<Object> items(List<?> list) {
        return (List<Object>) list;
    }

    private void startTag(String tag, Map<String, Object> fields) {
        write("<" + tag);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            write(prefix == null ? " xmlns=\"" : " xmlns:" + prefix + "=\"");
            escaped(reader.getNamespaceURI(i) == null ? "" : reader.getNamespaceURI(i), true);
            write("\"");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            write(" " + qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)) + "=\"");
            escaped(value, true);
            write("\"");
            if (fits() && !value.isEmpty()) {
                fields.put(plan.names().attribute(reader, i), value);
            }
        }
        write(">");
    }

    private static String qualified(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private void escaped(String text, boolean attribute) {
        String written = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        write(attribute ? written.replace("\"", "&quot;") : written);
    }

    private void write(String markup) {
        length += markup.length();
        if (fits()) {
            raw.append(markup);
        } else if (raw.length() > 0) {
            raw = new StringBuilder();
        }
    }

    private boolean fits() {
        return length <= plan.recordBytes();
    }
}
