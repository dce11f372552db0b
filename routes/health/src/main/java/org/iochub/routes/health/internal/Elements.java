package org.iochub.routes.health.internal;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.model.FaultException;

/** Reads short texts: of a longer one no more than was asked for is ever put together. */
final class Elements {
    private Elements() {}

    /**
     * The beginning of the text of the element the reader stands at; leading blanks do not count. Leaves the reader at
     * its end.
     *
     * @throws FaultException {@code missing-field} when another element stands inside
     */
    static String text(XMLStreamReader reader, int most) throws XMLStreamException {
        String field = reader.getLocalName();
        StringBuilder text = new StringBuilder(most);
        boolean nested = false;
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == START_ELEMENT) {
                nested = true;
                depth++;
            } else if (event == END_ELEMENT) {
                depth--;
            } else if (event == CHARACTERS || event == CDATA || event == SPACE) {
                append(text, reader, most);
            }
        }
        if (nested) {
            throw Refused.missing(field);
        }
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, XMLStreamReader reader, int most) {
        char[] characters = reader.getTextCharacters();
        int start = reader.getTextStart();
        int end = start + reader.getTextLength();
        for (int i = start; i < end && text.length() < most; i++) {
            if (text.length() > 0 || !Character.isWhitespace(characters[i])) {
                text.append(characters[i]);
            }
        }
    }
}
