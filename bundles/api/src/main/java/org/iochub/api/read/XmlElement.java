package org.iochub.api.read;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element with everything below it, held in memory: a record within a document. Names are local names; who cares for
 * a namespace asks for it.
 *
 * @param attributes by local name
 * @param text the characters between its tags, those of its children not included, stripped
 */
public record XmlElement(
        String namespace, String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    /**
     * Reads the element whose start tag the reader stands on; afterwards it stands on its end tag.
     *
     * @param xml from {@link SafeXml}, which bounds depth and length
     * @throws XMLStreamException when the stream failed
     */
    public static XmlElement read(XMLStreamReader xml) throws XMLStreamException {
        String namespace = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
        String name = xml.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            switch (event) {
                case START_ELEMENT -> children.add(read(xml));
                case CHARACTERS, CDATA, SPACE -> text.append(xml.getText());
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        return new XmlElement(
                namespace, name, Map.copyOf(attributes), text.toString().strip(), List.copyOf(children));
    }

    /** The children of that name, in their order. */
    public List<XmlElement> children(String child) {
        return children.stream().filter(one -> one.name.equals(child)).toList();
    }

    /** The first element at the end of the path of names. */
    public Optional<XmlElement> find(String... path) {
        Optional<XmlElement> at = Optional.of(this);
        for (String step : path) {
            at = at.flatMap(element -> element.children(step).stream().findFirst());
        }
        return at;
    }

    /** The text at the end of the path; blank is the same as absent. */
    public Optional<String> text(String... path) {
        return find(path).map(XmlElement::text).filter(found -> !found.isEmpty());
    }

    /** The attribute, unless it is absent or blank. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The element written out as a document of its own. */
    public InputStream open() {
        StringBuilder out = new StringBuilder();
        write(out, "");
        return new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(StringBuilder out, String outer) {
        out.append('<').append(name);
        if (!namespace.equals(outer)) {
            out.append(" xmlns=\"").append(escaped(namespace)).append('"');
        }
        attributes.forEach((key, value) ->
                out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
        out.append('>').append(escaped(text));
        children.forEach(child -> child.write(out, namespace));
        out.append("</").append(name).append('>');
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
