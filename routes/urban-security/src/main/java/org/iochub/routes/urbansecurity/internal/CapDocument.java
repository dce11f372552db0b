package org.iochub.routes.urbansecurity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.read.SafeXml;
import org.iochub.api.read.Shown;
import org.iochub.api.read.XmlElement;
import org.iochub.model.FaultException;

/** Reads the document that an alert is. */
final class CapDocument {
    private static final Set<String> NAMESPACES =
            Set.of("urn:oasis:names:tc:emergency:cap:1.2", "urn:oasis:names:tc:emergency:cap:1.1");

    private CapDocument() {}

    /**
     * @param in stays open
     * @throws FaultException when it is no XML, or none that is safe to read
     */
    static XmlElement xml(InputStream in, long maxBytes) throws IOException {
        try {
            XMLStreamReader xml = SafeXml.reader(in, SafeXml.Limits.DEFAULT.withMaxBytes(maxBytes));
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // Comments and instructions before the root.
            }
            XmlElement root = XmlElement.read(xml);
            while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                // Comments and instructions behind it.
            }
            return root;
        } catch (XMLStreamException e) {
            throw new IOException("the document could not be read", e);
        }
    }

    /** @throws FaultException {@code not-cap} */
    static XmlElement requireAlert(XmlElement root) {
        if (!root.name().equals("alert") || !NAMESPACES.contains(root.namespace())) {
            throw FaultException.of(
                    "not-cap",
                    root.name(),
                    "Tài liệu có gốc «" + Shown.of(root.name())
                            + "» không phải cảnh báo CAP 1.2; hãy kiểm tra địa chỉ và phiên bản CAP của nguồn.",
                    "The document with the root \"" + Shown.of(root.name())
                            + "\" is no CAP 1.2 alert; check the address and the source's version of CAP.");
        }
        return root;
    }
}
