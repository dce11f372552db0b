package org.iochub.simulators.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes edXML as builders of the standard do: an envelope with a prefix, and the files beside it without one. */
final class EdxmlWriter {
    static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    /**
     * A file that goes along.
     *
     * @param encoded as it stands in the document
     */
    record File(String name, String type, String id, String encoded) {}

    private EdxmlWriter() {}

    /**
     * @param header the content of {@code MessageHeader}, in the order of the map; a value that begins with {@code <} is
     *     markup
     * @param business the content of the tag the standard misspells
     */
    static String document(Map<String, String> header, String business, String sentAt, List<File> files, boolean sent) {
        String references = files.stream()
                .map(file -> tag(
                        "Reference",
                        tag("AttachmentName", escaped(file.name()))
                                + tag("ContentType", file.type())
                                + tag("ContentId", "cid:" + file.id())))
                .collect(Collectors.joining());
        String attachments = files.stream()
                .map(file -> "<Attachment><ContentType>" + file.type() + "</ContentType><ContentId>" + file.id()
                        + "</ContentId><ContentTransferEncoded>" + file.encoded()
                        + "</ContentTransferEncoded><AttachmentName>" + escaped(file.name())
                        + "</AttachmentName></Attachment>")
                .collect(Collectors.joining());
        String trace = tag(
                "TraceHeaderList",
                tag("TraceHeader", tag("OrganId", "000.00.00.TRUC") + tag("Timestamp", sentAt))
                        + tag("Bussiness", business));
        return root(
                tag("edXMLHeader", tag("MessageHeader", tags(header)) + trace)
                        + tag("edXMLBody", tag("edXMLManifest", references)),
                sent ? "<AttachmentEncoded>" + attachments + "</AttachmentEncoded>" : "");
    }

    static String status(Map<String, String> responseFor, Map<String, String> status) {
        return root(tag("edXMLHeader", tag("Status", tag("ResponseFor", tags(responseFor)) + tags(status))), "");
    }

    static String tag(String name, String content) {
        return "<edXML:" + name + ">" + content + "</edXML:" + name + ">";
    }

    static String tags(Map<String, String> content) {
        return content.entrySet().stream()
                .map(entry -> tag(
                        entry.getKey(),
                        entry.getValue().startsWith("<") ? entry.getValue() : escaped(entry.getValue())))
                .collect(Collectors.joining());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String root(String envelope, String files) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edXML:edXML xmlns:edXML=\"" + NAMESPACE + "\">"
                + tag("edXMLEnvelope", envelope) + files + "</edXML:edXML>\n";
    }
}
