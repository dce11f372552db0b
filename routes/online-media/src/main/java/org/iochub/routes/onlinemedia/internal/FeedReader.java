package org.iochub.routes.onlinemedia.internal;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.RawMessage;
import org.iochub.api.read.SafeXml;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Streams the items of an RSS 2.0 or Atom feed; holds one at a time. */
final class FeedReader implements Closeable {
    /** What stands next in a feed. */
    sealed interface Next {
        /** @param number counted from 0 */
        int number();

        record Item(int number, boolean atom, FeedEntry entry) implements Next {}

        /** An item over one of the bounds; the ones behind it still come. */
        record Unfit(int number, Fault fault) implements Next {}

        /** The document breaks off here. */
        record Broken(int number, Fault fault) implements Next {}
    }

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final Set<String> ROOTS = Set.of("rss", "feed", "RDF", "item", "entry");
    private static final Set<String> BOUNDS = Set.of("xml-too-deep", "xml-too-many-attributes", "xml-too-long-text");

    private final InputStream in;
    private final XMLStreamReader xml;
    private int number;
    private Optional<String> title = Optional.empty();
    private boolean over;

    /**
     * Opens the message and reads up to the root.
     *
     * @throws FaultException when it is no feed, or none that is safe to read
     */
    FeedReader(RawMessage message, SafeXml.Limits limits) throws IOException {
        this.in = message.open();
        try {
            this.xml = SafeXml.reader(in, limits);
            while (xml.next() != START_ELEMENT) {
                // Comments and instructions before the root.
            }
        } catch (XMLStreamException e) {
            in.close();
            throw new IOException("the message could not be read", e);
        } catch (RuntimeException e) {
            in.close();
            throw e;
        }
        if (!ROOTS.contains(xml.getLocalName())) {
            in.close();
            throw FaultException.of(
                    "not-a-feed",
                    xml.getLocalName(),
                    "Tài liệu XML này không phải nguồn tin RSS 2.0 hay Atom; hãy kiểm tra địa chỉ trong cấu hình.",
                    "This XML document is no RSS 2.0 or Atom feed; check the address in the settings.");
        }
    }

    /** The title of the feed, known when it stood before the items. */
    Optional<String> title() {
        return title;
    }

    Optional<Next> next() throws IOException {
        if (over) {
            return Optional.empty();
        }
        try {
            return advance();
        } catch (FaultException e) {
            over = true;
            return Optional.of(new Next.Broken(number, e.fault()));
        } catch (XMLStreamException e) {
            throw new IOException("the message could not be read on", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Stops at the start of the item of that number, for those who copy it. */
    Optional<XMLStreamReader> at(int wanted) throws IOException {
        try {
            for (int event = xml.getEventType(); event != END_DOCUMENT; event = xml.next()) {
                if (event == START_ELEMENT && isItem() && number++ == wanted) {
                    return Optional.of(xml);
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new IOException("the message could not be read", e);
        }
    }

    private Optional<Next> advance() throws XMLStreamException {
        for (int event = xml.getEventType(); event != END_DOCUMENT; event = xml.next()) {
            if (event == START_ELEMENT && isItem()) {
                return Optional.of(item());
            }
            if (event == START_ELEMENT && xml.getLocalName().equals("title") && title.isEmpty() && number == 0) {
                title = Optional.of(text()).map(String::strip).filter(text -> !text.isEmpty());
            }
        }
        over = true;
        return Optional.empty();
    }

    private boolean isItem() {
        return xml.getLocalName().equals("item") || xml.getLocalName().equals("entry");
    }

    private Next item() throws XMLStreamException {
        int here = number++;
        boolean atom = xml.getLocalName().equals("entry");
        try {
            FeedEntry entry = new FeedEntry();
            while (xml.next() != END_ELEMENT) {
                if (xml.getEventType() == START_ELEMENT) {
                    field(entry);
                }
            }
            xml.next();
            return new Next.Item(here, atom, entry);
        } catch (FaultException e) {
            if (!BOUNDS.contains(e.fault().code())) {
                throw e;
            }
            skipRest();
            return new Next.Unfit(here, e.fault());
        }
    }

    /** The parser is sound, it was the guard who complained, and may complain again within the same item. */
    private void skipRest() throws XMLStreamException {
        while (!(xml.getEventType() == END_ELEMENT && isItem())) {
            try {
                xml.next();
            } catch (FaultException e) {
                if (!BOUNDS.contains(e.fault().code())) {
                    throw e;
                }
            }
        }
        xml.next();
    }

    private void field(FeedEntry entry) throws XMLStreamException {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String name = xml.getLocalName();
        if (name.equals("link") && xml.getAttributeValue(null, "href") != null) {
            String relation = xml.getAttributeValue(null, "rel");
            if (relation == null || relation.equals("alternate")) {
                entry.text("link", xml.getAttributeValue(null, "href"));
            }
            text();
            return;
        }
        if (name.equals("guid") && "false".equalsIgnoreCase(xml.getAttributeValue(null, "isPermaLink"))) {
            entry.text("guid", text());
            return;
        }
        if (name.equals("category")) {
            String term = xml.getAttributeValue(null, "label");
            term = term == null ? xml.getAttributeValue(null, "term") : term;
            String written = text();
            entry.category(term == null ? written : term);
            return;
        }
        boolean html = "html".equals(xml.getAttributeValue(null, "type"));
        String value = text();
        switch (namespace) {
            case CONTENT -> entry.text("content:" + name, value);
            case DUBLIN_CORE -> entry.text("dc:" + name, value);
            case ATOM -> atomField(entry, name, html, value);
            // RSS 2.0 has no namespace, RSS 1.0 and careless writers have one of their own.
            default -> rssField(entry, namespace, name, value);
        }
    }

    private static void atomField(FeedEntry entry, String name, boolean html, String value) {
        // Plain text of Atom may hold angle brackets that are no tags.
        boolean plain = !html && (name.equals("title") || name.equals("summary"));
        entry.text(plain ? name + ":plain" : name, value);
    }

    private static void rssField(FeedEntry entry, String namespace, String name, String value) {
        if (namespace.isEmpty() || namespace.startsWith("http://purl.org/rss/1.0/")) {
            entry.text(name.equals("guid") ? "permalink" : name, value);
        }
    }

    /** All text within the element, whatever tags divide it; ends at the element's end. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case START_ELEMENT -> {
                    depth++;
                    text.append(' ');
                }
                case END_ELEMENT -> depth--;
                case CHARACTERS, CDATA, SPACE -> text.append(xml.getText());
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        return text.toString();
    }
}
