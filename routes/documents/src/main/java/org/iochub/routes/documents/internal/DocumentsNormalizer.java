package org.iochub.routes.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.model.FaultException;

/** Turns one edXML message into one change: a document, or a status of one. */
final class DocumentsNormalizer implements Normalizer {
    private final DocumentsSettings settings;
    private final StatusMessages statuses;
    private final DocumentMessages documents;

    DocumentsNormalizer(Source<DocumentsSettings> source) {
        this.settings = source.settings();
        this.statuses = new StatusMessages(settings.statusCodes());
        this.documents = new DocumentMessages(source.areas(), settings.area(), source.zone());
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        Optional<String> notHad = Optional.ofNullable(message.attributes().get(Arrival.NOT_HAD));
        if (notHad.isPresent()) {
            throw notHad(notHad.get());
        }
        Edxml edxml;
        try (InputStream in = message.open()) {
            edxml = EdxmlReader.read(in, settings.maxDocumentBytes(), settings.maxAttachmentBytes());
        }
        return Stream.of(change(edxml, Arrival.of(message), RawPart.whole(message)));
    }

    private Change change(Edxml edxml, Arrival arrival, RawPart raw) {
        try {
            Optional<XmlNode> status = edxml.root()
                    .anywhere("StatusCode")
                    .flatMap(code -> edxml.root()
                            .anywhere("Status")
                            .or(() -> edxml.root().anywhere("edXMLHeader")));
            if (status.isPresent()) {
                return statuses.change(status.get(), arrival, raw);
            }
            XmlNode header = edxml.root()
                    .anywhere("MessageHeader")
                    .orElseThrow(() -> FaultException.of(
                            "missing-header",
                            "edXMLHeader",
                            "Không có MessageHeader hay StatusCode; hãy kiểm tra cấu trúc edXML ở nguồn.",
                            "There is neither a MessageHeader nor a StatusCode; check the edXML at the source."));
            return documents.change(edxml, header, arrival, raw);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault(), raw);
        }
    }

    private static FaultException notHad(String why) {
        return FaultException.of(
                "document-not-had",
                Arrival.ID,
                "Trục liên thông có ghi văn bản này nhưng không giao được (" + why
                        + "); hãy yêu cầu đơn vị vận hành trục gửi lại.",
                "The gateway lists this document but could not hand it over (" + why
                        + "); ask those who run the gateway to send it again.");
    }
}
