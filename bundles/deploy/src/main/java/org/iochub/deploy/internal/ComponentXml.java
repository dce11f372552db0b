package org.iochub.deploy.internal;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads component descriptions without resolving anything they refer to. */
final class ComponentXml {
    private ComponentXml() {}

    /** Whether a component described here provides a service interface. Text that is no XML provides nothing. */
    static boolean provides(byte[] xml, String service) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("provide")
                        && service.equals(reader.getAttributeValue(null, "interface"))) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /** The class behind a component. */
    static Optional<String> implementation(byte[] xml) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("implementation")) {
                    return Optional.ofNullable(reader.getAttributeValue(null, "class"));
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
