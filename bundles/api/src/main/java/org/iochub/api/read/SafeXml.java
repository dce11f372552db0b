package org.iochub.api.read;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.model.FaultException;

/**
 * XML from strangers: no document type, no entity but the five built-in ones, nothing fetched, and bounds on what a
 * document may hold. Faults are {@link FaultException}s with one of the codes {@code xml-forbidden-dtd},
 * {@code xml-undeclared-entity}, {@code xml-too-deep}, {@code xml-too-many-attributes}, {@code xml-too-long-text},
 * {@code xml-malformed}, {@code too-large}.
 */
public final class SafeXml {
    /**
     * What a document may hold.
     *
     * @param maxBytes in all
     * @param maxDepth elements within elements
     * @param maxAttributes of one element, namespace declarations included
     * @param maxText characters between two tags
     */
    public record Limits(long maxBytes, int maxDepth, int maxAttributes, int maxText) {
        /** 32 MiB, 64 levels, 64 attributes, a million characters. */
        public static final Limits DEFAULT = new Limits(32L << 20, 64, 64, 1_000_000);

        public Limits withMaxBytes(long bytes) {
            return new Limits(bytes, maxDepth, maxAttributes, maxText);
        }
    }

    private SafeXml() {}

    /**
     * A reader over {@code in}, whose encoding the document itself says. Its methods throw {@link XMLStreamException}
     * only when {@code in} failed: what is wrong with the document comes as a {@link FaultException}.
     */
    public static XMLStreamReader reader(InputStream in, Limits limits) throws XMLStreamException {
        try {
            return new GuardedReader(factory().createXMLStreamReader(Bounded.stream(in, limits.maxBytes())), limits);
        } catch (XMLStreamException e) {
            throw GuardedReader.unlessUnread(e);
        }
    }

    /** The platform's own parser: whatever else is on the class path, or in the container, has no say. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Text comes in pieces, so that the bound is checked before a huge one is put together.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw GuardedReader.forbiddenDtd("");
        });
        return factory;
    }
}
