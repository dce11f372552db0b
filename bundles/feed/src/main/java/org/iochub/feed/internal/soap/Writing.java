package org.iochub.feed.internal.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The content of an answer. */
@FunctionalInterface
interface Writing {
    void write(XMLStreamWriter out) throws XMLStreamException;

    /** Writes an element with text; an empty text writes nothing. */
    static void text(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            out.writeStartElement(name);
            out.writeCharacters(value);
            out.writeEndElement();
        }
    }
}
