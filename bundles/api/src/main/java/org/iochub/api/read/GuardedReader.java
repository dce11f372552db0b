package org.iochub.api.read;

import java.io.CharConversionException;
import java.io.IOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.iochub.api.read.SafeXml.Limits;
import org.iochub.model.FaultException;

/** Holds a parser to the bounds; every way of going forward leads through {@link #next()}. */
final class GuardedReader extends StreamReaderDelegate {
    private final Limits limits;
    private int depth;
    private long text;

    GuardedReader(XMLStreamReader reader, Limits limits) {
        super(reader);
        this.limits = limits;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = advance();
        switch (event) {
            case START_ELEMENT -> started();
            case END_ELEMENT -> {
                depth--;
                text = 0;
            }
            case CHARACTERS, CDATA, SPACE -> longer(getTextLength());
            case DTD -> throw forbiddenDtd(where());
            case ENTITY_REFERENCE ->
                throw FaultException.of(
                        "xml-undeclared-entity",
                        where(),
                        "Thực thể «&" + getLocalName() + ";» không có trong XML; hãy ghi chính ký tự đó.",
                        "The entity \"&" + getLocalName() + ";\" does not exist in XML; write the character itself.");
            default -> {
                // Comments, instructions and the document's ends carry nothing.
            }
        }
        return event;
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event != START_ELEMENT && event != END_ELEMENT) {
            if (event == END_DOCUMENT || event == CHARACTERS && !isWhiteSpace()) {
                throw FaultException.of(
                        "xml-malformed",
                        where(),
                        "Cần một thẻ XML ở vị trí này nhưng lại có nội dung khác.",
                        "An XML tag was expected here, but something else stands in its place.");
            }
            event = next();
        }
        return event;
    }

    @Override
    public String getElementText() throws XMLStreamException {
        StringBuilder content = new StringBuilder();
        int event = next();
        while (event != END_ELEMENT) {
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                content.append(getText());
            } else if (event == START_ELEMENT) {
                throw FaultException.of(
                        "xml-malformed",
                        where(),
                        "Phần tử này chỉ được chứa chữ, nhưng lại có thẻ «" + getLocalName() + "» bên trong.",
                        "This element may hold text only, but has a tag \"" + getLocalName() + "\" inside.");
            }
            event = next();
        }
        return content.toString();
    }

    private int advance() throws XMLStreamException {
        try {
            return super.next();
        } catch (XMLStreamException e) {
            throw unlessUnread(e);
        }
    }

    private void started() {
        text = 0;
        if (++depth > limits.maxDepth()) {
            throw FaultException.of(
                    "xml-too-deep",
                    where(),
                    "Các phần tử XML lồng nhau quá " + limits.maxDepth() + " cấp.",
                    "XML elements are nested deeper than " + limits.maxDepth() + " levels.");
        }
        if (getAttributeCount() + getNamespaceCount() > limits.maxAttributes()) {
            throw FaultException.of(
                    "xml-too-many-attributes",
                    where(),
                    "Phần tử «" + getLocalName() + "» có hơn " + limits.maxAttributes() + " thuộc tính.",
                    "The element \"" + getLocalName() + "\" has more than " + limits.maxAttributes() + " attributes.");
        }
    }

    private void longer(int characters) {
        text += characters;
        if (text > limits.maxText()) {
            throw FaultException.of(
                    "xml-too-long-text",
                    where(),
                    "Một đoạn chữ trong XML dài hơn " + limits.maxText() + " ký tự.",
                    "A text within the XML is longer than " + limits.maxText() + " characters.");
        }
    }

    private String where() {
        return where(getLocation());
    }

    private static String where(Location at) {
        return at == null || at.getLineNumber() < 0
                ? ""
                : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }

    /** Says that the document is malformed, or throws {@code e} on when it was the stream that failed. */
    static FaultException unlessUnread(XMLStreamException e) throws XMLStreamException {
        Throwable cause = e.getNestedException();
        // Bytes that are no text in the document's encoding are the document's fault.
        if (cause instanceof IOException && !(cause instanceof CharConversionException)) {
            throw e;
        }
        return malformed(e);
    }

    private static FaultException malformed(XMLStreamException e) {
        return FaultException.of(
                "xml-malformed",
                where(e.getLocation()),
                "XML bị lỗi cú pháp hoặc bị cắt cụt từ chỗ này; hãy yêu cầu nguồn gửi lại tài liệu đúng chuẩn.",
                "The XML is malformed or cut off from here on; ask the source for a well-formed document.");
    }

    static FaultException forbiddenDtd(String where) {
        return FaultException.of(
                "xml-forbidden-dtd",
                where,
                "Tài liệu XML có khai báo DOCTYPE hoặc thực thể ngoài nên bị từ chối; hãy bỏ khai báo đó.",
                "The XML document declares a DOCTYPE or an external entity and is refused; remove the declaration.");
    }
}
