package org.iochub.routes.documents.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.model.FaultException;
import org.iochub.model.code.CodeMap;
import org.iochub.model.record.Document.ExchangeStatus;
import org.iochub.model.record.RecordTypes;

/** Status messages: what an organisation says about a document it was sent, 01 arrived to 16. */
final class StatusMessages {
    /** What a sender says who wants a document back. */
    static final String RECALL = "13";

    private final CodeMap<String> codes;

    StatusMessages(List<String> known) {
        this.codes = CodeMap.of(
                "StatusCode",
                known.stream()
                        .map(String::strip)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    /**
     * @throws FaultException {@code missing-field}, {@code unknown-code}, {@code impossible-date},
     *     {@code missing-identity}
     */
    Change change(XmlNode status, Arrival arrival, RawPart raw) {
        String code = codes.require(Fields.required(status, "StatusCode"));
        String org = Fields.required(status, "From", "OrganId");
        OffsetDateTime at = Fields.notZero(status, "Timestamp")
                .map(text -> EdxmlDates.time(text, "Timestamp"))
                .orElse(arrival.receivedAt());
        XmlNode about = status.at("ResponseFor").orElseThrow(() -> Fields.missing("ResponseFor"));
        return patch(documentOf(about), org, code, at, raw);
    }

    /** A sender's message that takes a document back, which comes in the shape of a document. */
    static Change recall(DocumentIds ids, String org, OffsetDateTime at, RawPart raw) {
        return patch(ids, org, RECALL, at, raw);
    }

    private static Change patch(DocumentIds ids, String org, String code, OffsetDateTime at, RawPart raw) {
        return new Change.Patch(
                RecordTypes.DOCUMENT, List.of(ids.main()), "exchangeStatus", new ExchangeStatus(org, code, at), raw);
    }

    private static DocumentIds documentOf(XmlNode about) {
        Optional<LocalDate> date = Fields.notZero(about, "PromulgationDate")
                .or(() -> Fields.notZero(about, "PromulgationInfo", "PromulgationDate"))
                .map(text -> EdxmlDates.day(text, "ResponseFor.PromulgationDate"));
        return DocumentIds.of(
                Fields.text(about, "DocumentId"),
                Fields.text(about, "OrganId"),
                date,
                Fields.code(about),
                Optional.empty());
    }
}
