package org.iochub.routes.documents.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.read.DatedArea;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.code.CodeMap;
import org.iochub.model.record.Document;
import org.iochub.model.record.DocumentBuilder;
import org.iochub.model.record.RecordTypes;

/** Messages that carry a document: new, updated, a replacement, or the taking back of one. */
final class DocumentMessages {
    private enum Business {
        DOCUMENT,
        RECALL
    }

    /** {@code BussinessDocType}: new, recalled, updated, replacing. */
    private static final CodeMap<Business> KINDS = CodeMap.of(
            "BussinessDocType",
            Map.of("0", Business.DOCUMENT, "1", Business.RECALL, "2", Business.DOCUMENT, "3", Business.DOCUMENT));

    private final Areas areas;
    private final Optional<DatedArea> area;
    private final ZoneId zone;

    DocumentMessages(Areas areas, Optional<String> area, ZoneId zone) {
        this.areas = areas;
        this.area = area.map(code -> DatedArea.parse(code, "area"));
        this.zone = zone;
    }

    /**
     * @throws FaultException {@code missing-field}, {@code unknown-code}, {@code impossible-date},
     *     {@code missing-identity}, {@code broken-text}, {@code unknown-encoding}
     */
    Change change(Edxml edxml, XmlNode header, Arrival arrival, RawPart raw) {
        List<Fault> notes = new ArrayList<>();
        String from = Fields.required(header, "From", "OrganId");
        Optional<LocalDate> date = Fields.notZero(header, "PromulgationInfo", "PromulgationDate")
                .map(text -> EdxmlDates.day(text, "PromulgationDate"));
        DocumentCode code = Fields.code(header).orElseThrow(() -> Fields.missing("Code.CodeNotation"));
        Optional<XmlNode> business = business(edxml.root());
        Optional<String> given = Fields.text(header, "DocumentId");
        if (kind(business) == Business.RECALL) {
            DocumentIds recalled = DocumentIds.of(
                    business.flatMap(node -> Fields.text(node, "DocumentId")).or(() -> given),
                    Optional.of(from),
                    date,
                    Optional.of(code),
                    Optional.empty());
            return StatusMessages.recall(recalled, from, sentAt(edxml.root()).orElse(arrival.receivedAt()), raw);
        }
        DocumentIds ids = DocumentIds.of(given, Optional.of(from), date, Optional.of(code), arrival.gatewayId());
        doubt(ids, from, date, code, arrival, notes);
        List<Document.Attachment> attachments = Attachments.of(edxml, notes);
        Document document = DocumentBuilder.builder()
                .documentId(ids.main())
                .otherIds(ids.others())
                .number(code.number())
                .notation(code.notation())
                .date(date)
                .typeCode(type(header))
                .subject(Fields.prose(header, notes, "Subject").orElseThrow(() -> Fields.missing("Subject")))
                .fromOrg(from)
                .toOrgs(receivers(header, notes))
                .priority(Fields.text(header, "OtherInfo", "Priority"))
                .dueDate(due(header, notes))
                .attachments(attachments)
                .digitallySigned(Signatures.of(edxml, attachments))
                .receivedAt(arrival.receivedAt())
                .build();
        Optional<AreaRef> place = area.flatMap(code1 -> place(code1, date, arrival, notes));
        return new Change.Upsert<>(
                RecordTypes.DOCUMENT,
                document,
                place,
                VersionKey.at(arrival.receivedAt().toInstant()),
                notes,
                raw);
    }

    /** The tag is misspelt in the standard's own builders. */
    private static Optional<XmlNode> business(XmlNode root) {
        return root.anywhere("Bussiness").or(() -> root.anywhere("Business"));
    }

    private static Business kind(Optional<XmlNode> business) {
        return business.flatMap(
                        node -> Fields.text(node, "BussinessDocType").or(() -> Fields.text(node, "BusinessDocType")))
                .map(KINDS::require)
                .orElse(Business.DOCUMENT);
    }

    private static Optional<OffsetDateTime> sentAt(XmlNode root) {
        return root.anywhere("TraceHeader")
                .flatMap(trace -> Fields.notZero(trace, "Timestamp"))
                .map(text -> EdxmlDates.time(text, "TraceHeader.Timestamp"));
    }

    private static Optional<String> type(XmlNode header) {
        return Fields.text(header, "DocumentType", "Type")
                .flatMap(Values::presentNotZero)
                .or(() -> Fields.notZero(header, "DocumentType", "TypeName"));
    }

    private static List<String> receivers(XmlNode header, List<Fault> notes) {
        Set<String> organs = new LinkedHashSet<>();
        for (XmlNode to : header.all("To")) {
            Optional<String> id = Fields.text(to, "OrganId").flatMap(Values::presentNotZero);
            id.ifPresent(organs::add);
            if (id.isEmpty()) {
                notes.add(Fault.of(
                        "receiver-without-id",
                        "To.OrganId",
                        "Một nơi nhận không có mã định danh nên được bỏ qua.",
                        "A receiver has no organisation id and is left out."));
            }
        }
        return List.copyOf(organs);
    }

    /** A due date that cannot be read is no reason to lose the document. */
    private static Optional<LocalDate> due(XmlNode header, List<Fault> notes) {
        try {
            return Fields.notZero(header, "DueDate").map(text -> EdxmlDates.day(text, "DueDate"));
        } catch (FaultException e) {
            notes.add(e.fault());
            return Optional.empty();
        }
    }

    private void doubt(
            DocumentIds ids,
            String from,
            Optional<LocalDate> date,
            DocumentCode code,
            Arrival arrival,
            List<Fault> notes) {
        if (code.number().isEmpty()) {
            notes.add(Fault.of(
                    "number-missing",
                    "Code.CodeNumber",
                    "Văn bản chưa có số; mã định danh lấy theo hệ thống gửi hoặc trục liên thông.",
                    "The document has no number; its id is the sender's or the gateway's."));
        }
        String told = from + ",";
        if (ids.main().contains(",")
                && code.number().isPresent()
                && !(ids.main().startsWith(told) && ids.main().endsWith("," + code.text()))) {
            notes.add(Fault.of(
                    "document-id-mismatch",
                    "DocumentId",
                    "DocumentId không khớp với cơ quan, số và ký hiệu trong phong bì; đã giữ DocumentId.",
                    "DocumentId does not fit the organisation, number and notation of the envelope; it was kept."));
        }
        LocalDate received = arrival.receivedAt().atZoneSameInstant(zone).toLocalDate();
        if (date.filter(day -> day.isAfter(received.plusDays(1))).isPresent()) {
            notes.add(Fault.of(
                    "future-date",
                    "PromulgationDate",
                    "Ngày ban hành nằm sau ngày nhận; hãy kiểm tra ở nguồn.",
                    "The document was promulgated after it was received; check it at the source."));
        }
    }

    private Optional<AreaRef> place(DatedArea code, Optional<LocalDate> date, Arrival arrival, List<Fault> notes) {
        DatedArea.Resolved resolved = code.at(
                areas,
                date.orElseGet(
                        () -> arrival.receivedAt().atZoneSameInstant(zone).toLocalDate()));
        resolved.doubt().ifPresent(notes::add);
        return resolved.ref();
    }
}
