package org.iochub.routes.petitions.internal;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.read.SafeXml;
import org.iochub.model.FaultException;

/** Reads the petitions of an answer one by one, whatever envelope stands around them. Use once, by one thread. */
final class PetitionReader {
    private static final String PETITION = "PhanAnh";
    private static final SafeXml.Limits LIMITS = new SafeXml.Limits(32L << 20, 32, 64, 200_000);

    private final XMLStreamReader xml;
    private boolean answered;
    private boolean ended;
    private int number;

    PetitionReader(InputStream in) throws IOException {
        try {
            this.xml = SafeXml.reader(in, LIMITS);
        } catch (XMLStreamException e) {
            throw unread(e);
        }
    }

    /**
     * The next petition; empty at the end of the document.
     *
     * @throws FaultException {@code not-petitions} when the document ends without having been an answer of the service,
     *     and those of {@link SafeXml}
     */
    Optional<Petition> next() throws IOException {
        try {
            while (!ended) {
                int event = xml.next();
                if (event == START_ELEMENT && xml.getLocalName().equals(PETITION)) {
                    return Optional.of(petition());
                }
                answered |= event == START_ELEMENT && xml.getLocalName().equals(Wsdl.RESPONSE);
                ended = event == END_DOCUMENT;
            }
        } catch (XMLStreamException e) {
            throw unread(e);
        }
        if (!answered) {
            throw FaultException.of(
                    "not-petitions",
                    Wsdl.RESPONSE,
                    "Trả lời không có phần tử " + Wsdl.RESPONSE + "; hãy kiểm tra địa chỉ và phiên bản dịch vụ.",
                    "The answer has no element " + Wsdl.RESPONSE + "; check the address and version of the service.");
        }
        return Optional.empty();
    }

    private Petition petition() throws XMLStreamException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        read("", values);
        return new Petition(++number, values);
    }

    /** Everything below the element that the reader stands on. */
    private void read(String within, Map<String, List<String>> values) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == START_ELEMENT) {
                read(within.isEmpty() ? xml.getLocalName() : within + "." + xml.getLocalName(), values);
            } else if (event == CHARACTERS || event == CDATA) {
                text.append(xml.getText());
            }
        }
        String value = text.toString().strip();
        if (!value.isEmpty() && !within.isEmpty()) {
            values.computeIfAbsent(within, name -> new ArrayList<>()).add(value);
        }
    }

    private static IOException unread(XMLStreamException e) {
        return e.getNestedException() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
    }

    static UncheckedIOException unchecked(IOException e) {
        return new UncheckedIOException(e);
    }
}
