package org.iochub.routes.documents.internal;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.read.SafeXml;
import org.iochub.model.FaultException;

/** Reads an edXML document in one go: the envelope into memory, the files beside it past it. Use once, by one thread. */
final class EdxmlReader {
    private static final int MAX_ENVELOPE_CHARS = 1_000_000;
    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_FILES = 500;
    private static final SafeXml.Limits LIMITS = new SafeXml.Limits(Long.MAX_VALUE, 64, 64, Integer.MAX_VALUE);

    private final XMLStreamReader xml;
    private final long maxFileBytes;
    private final List<EncodedFile> files = new ArrayList<>();
    private int elements;
    private int chars;

    private EdxmlReader(XMLStreamReader xml, long maxFileBytes) {
        this.xml = xml;
        this.maxFileBytes = maxFileBytes;
    }

    /**
     * @param maxBytes of the document
     * @param maxFileBytes of a file, unpacked
     * @throws FaultException {@code not-edxml}, {@code envelope-too-large}, and those of {@link SafeXml}
     */
    static Edxml read(InputStream in, long maxBytes, long maxFileBytes) throws IOException {
        try {
            XMLStreamReader xml = SafeXml.reader(in, LIMITS.withMaxBytes(maxBytes));
            return new EdxmlReader(xml, maxFileBytes).document();
        } catch (XMLStreamException e) {
            throw TextStream.unread(e).getCause();
        }
    }

    private Edxml document() throws XMLStreamException, IOException {
        xml.nextTag();
        if (!xml.getLocalName().equals("edXML")) {
            throw FaultException.of(
                    "not-edxml",
                    xml.getLocalName(),
                    "Phần tử gốc là «" + xml.getLocalName() + "», không phải edXML; hãy kiểm tra địa chỉ của trục.",
                    "The root element is \"" + xml.getLocalName() + "\", not edXML; check the address of the gateway.");
        }
        XmlNode root = node();
        // To the end, so that a document that goes on behind its root is refused.
        while (xml.next() != END_DOCUMENT) {
            continue;
        }
        return new Edxml(root, files);
    }

    /** The element that the reader stands on, with all below it. */
    private XmlNode node() throws XMLStreamException, IOException {
        String name = xml.getLocalName();
        within(++elements <= MAX_ELEMENTS);
        StringBuilder text = new StringBuilder();
        List<XmlNode> children = new ArrayList<>();
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == START_ELEMENT && xml.getLocalName().equals("Attachment") && name.equals("AttachmentEncoded")) {
                file();
            } else if (event == START_ELEMENT) {
                children.add(node());
            } else if (event == CHARACTERS || event == CDATA) {
                text.append(text());
            }
        }
        return new XmlNode(name, text.toString().strip(), children);
    }

    private String text() {
        chars += xml.getTextLength();
        within(chars <= MAX_ENVELOPE_CHARS);
        return xml.getText();
    }

    private void file() throws XMLStreamException, IOException {
        within(files.size() < MAX_FILES);
        Optional<String> name = Optional.empty();
        Optional<String> type = Optional.empty();
        Optional<String> id = Optional.empty();
        FileContent content = FileContent.NONE;
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == START_ELEMENT && xml.getLocalName().equals("ContentTransferEncoded")) {
                content = FileContent.read(new TextStream(xml), maxFileBytes);
            } else if (event == START_ELEMENT) {
                XmlNode said = node();
                Optional<String> value = Values.present(said.text());
                switch (said.name()) {
                    case "AttachmentName" -> name = value;
                    case "ContentType" -> type = value;
                    case "ContentId" -> id = value.map(Values::contentId);
                    default -> {
                        // Descriptions and the like.
                    }
                }
            }
        }
        files.add(new EncodedFile(name, type, id, content));
    }

    private static void within(boolean bounds) {
        if (!bounds) {
            throw FaultException.of(
                    "envelope-too-large",
                    "edXMLEnvelope",
                    "Phần phong bì edXML lớn bất thường (quá " + MAX_ENVELOPE_CHARS + " ký tự, " + MAX_ELEMENTS
                            + " phần tử hoặc " + MAX_FILES + " tệp); hãy kiểm tra ở nguồn.",
                    "The edXML envelope is unusually large (over " + MAX_ENVELOPE_CHARS + " characters, " + MAX_ELEMENTS
                            + " elements or " + MAX_FILES + " files); check it at the source.");
        }
    }
}
