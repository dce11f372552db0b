package org.iochub.routes.onlinemedia.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamResult;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.read.SafeXml;
import org.iochub.model.FaultException;

/** The raw form of one item, cut out of its feed only when somebody asks for it. */
final class EntryXml {
    private EntryXml() {}

    static RawPart part(RawMessage message, SafeXml.Limits limits, int number) {
        return new RawPart("item[" + number + "]", () -> open(message, limits, number));
    }

    /** The item as a document of its own, or the whole message where it cannot be cut out. */
    private static InputStream open(RawMessage message, SafeXml.Limits limits, int number) throws IOException {
        try (FeedReader reader = new FeedReader(message, limits)) {
            Optional<XMLStreamReader> item = reader.at(number);
            return item.isEmpty() ? message.open() : copy(item.get());
        } catch (FaultException | TransformerException e) {
            return message.open();
        }
    }

    private static InputStream copy(XMLStreamReader item) throws TransformerException {
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new StAXSource(item), new StreamResult(out));
        return new ByteArrayInputStream(out.toByteArray());
    }
}
