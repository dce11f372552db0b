package org.iochub.conformance.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.SourceAdapter;

/** Finds the class that a bundle's component description offers as an adapter. */
final class ComponentClass {
    private ComponentClass() {}

    static Optional<String> in(Path jar) throws IOException {
        try (JarFile zip = new JarFile(jar.toFile())) {
            for (JarEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith("OSGI-INF/") && entry.getName().endsWith(".xml")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Optional<String> found = adapter(in);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> adapter(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Optional<String> implementation = Optional.empty();
        boolean provides = false;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("implementation")) {
                    implementation = Optional.ofNullable(reader.getAttributeValue(null, "class"));
                } else if (reader.getLocalName().equals("provide")) {
                    provides |= SourceAdapter.class.getName().equals(reader.getAttributeValue(null, "interface"));
                }
            }
        } catch (XMLStreamException e) {
            // Text that is no component description offers nothing.
        }
        return provides ? implementation : Optional.empty();
    }
}
