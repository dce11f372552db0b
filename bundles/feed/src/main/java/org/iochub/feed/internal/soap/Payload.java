package org.iochub.feed.internal.soap;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.Source;
import org.apache.cxf.staxutils.StaxUtils;
import org.iochub.feed.internal.problem.Problem;
import org.w3c.dom.Element;

/** The element in a message's body. */
final class Payload {
    private Payload() {}

    static Element element(Source body) {
        try {
            return Optional.ofNullable(body)
                    .map(Payload::read)
                    .orElseThrow(() -> bad("Phần Body không có thao tác nào.", "The Body has no operation."));
        } catch (Unreadable e) {
            throw unreadable();
        }
    }

    private static Element read(Source body) {
        try {
            return StaxUtils.read(body).getDocumentElement();
        } catch (XMLStreamException | RuntimeException e) {
            // The parser's own choice: what breaks in the first bytes is no XMLStreamException.
            throw new Unreadable(e);
        }
    }

    static RuntimeException unreadable() {
        return bad(
                "Không đọc được thông điệp: cần một phong bì SOAP 1.1 đúng XML, UTF-8, không có DOCTYPE.",
                "The message cannot be read: send a well-formed SOAP 1.1 envelope in UTF-8, without a DOCTYPE.");
    }

    private static RuntimeException bad(String vi, String en) {
        return Problem.of(400, "bad-message", vi, en).raised();
    }

    /** Not XML. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }
}
