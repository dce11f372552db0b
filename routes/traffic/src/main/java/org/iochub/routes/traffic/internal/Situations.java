package org.iochub.routes.traffic.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.RawMessage;
import org.iochub.api.read.SafeXml;
import org.iochub.api.read.Shown;
import org.iochub.api.read.XmlElement;
import org.iochub.model.FaultException;

/** Streams the situations of a publication, in DATEX II version 2 or 3; holds one at a time. */
final class Situations implements Closeable {
    private static final String V2 = "http://datex2.eu/schema/2/";
    private static final String V3 = "http://datex2.eu/schema/3/";

    private final InputStream in;
    private final XMLStreamReader xml;

    /** @throws FaultException when it is no DATEX II, or none that is safe to read */
    Situations(RawMessage message, long maxBytes) throws IOException {
        this.in = message.open();
        try {
            this.xml = SafeXml.reader(in, SafeXml.Limits.DEFAULT.withMaxBytes(maxBytes));
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // Comments and instructions before the root.
            }
            requireDatex(xml);
        } catch (XMLStreamException e) {
            in.close();
            throw new IOException("the publication could not be read", e);
        } catch (RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** @throws FaultException {@code not-datex} */
    static void requireDatex(XMLStreamReader root) {
        String namespace = Optional.ofNullable(root.getNamespaceURI()).orElse("");
        if (!namespace.startsWith(V2) && !namespace.startsWith(V3)) {
            throw FaultException.of(
                    "not-datex",
                    root.getLocalName(),
                    "Tài liệu có gốc «" + Shown.of(root.getLocalName())
                            + "» không phải DATEX II phiên bản 2 hay 3; hãy kiểm tra địa chỉ.",
                    "The document with the root \"" + Shown.of(root.getLocalName())
                            + "\" is no DATEX II of version 2 or 3; check the address.");
        }
    }

    /** The next situation; empty at the end. */
    Optional<XmlElement> next() throws IOException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("situation")) {
                    return Optional.of(XmlElement.read(xml));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new IOException("the publication could not be read on", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
