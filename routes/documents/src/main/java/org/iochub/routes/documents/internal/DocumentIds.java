package org.iochub.routes.documents.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;
import org.iochub.model.text.Nfc;

/**
 * The ids of a document. A document and the status messages about it must arrive at the same one, whoever built them, so
 * that the structured id {@code OrganId,yyyy/MM/dd,number/notation} comes first wherever its parts are known; what
 * builders (UUIDs) and gateways made up beside it is kept as well.
 *
 * @param main the record's identity
 * @param others all that others call it
 */
record DocumentIds(String main, List<String> others) {
    private static final Pattern STRUCTURED = Pattern.compile("([^,]{1,64}),\\s*([^,]{8,20}),\\s*(.*)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    /**
     * @param given the document's own {@code DocumentId}
     * @param gatewayId the gateway's name for the message that carried the document; empty for a message about it
     * @throws FaultException {@code missing-identity}
     */
    static DocumentIds of(
            Optional<String> given,
            Optional<String> organ,
            Optional<LocalDate> date,
            Optional<DocumentCode> code,
            Optional<String> gatewayId) {
        Optional<String> written = given.flatMap(Values::presentNotZero).map(Nfc::of);
        Optional<String> structured = written.flatMap(DocumentIds::structured).or(() -> composed(organ, date, code));
        String main = structured
                .or(() -> written.filter(id -> !STRUCTURED.matcher(id).matches()))
                .or(() -> gatewayId)
                .orElseThrow(DocumentIds::none);
        Set<String> others = new LinkedHashSet<>();
        written.ifPresent(others::add);
        gatewayId.ifPresent(others::add);
        others.remove(main);
        return new DocumentIds(main, List.copyOf(others));
    }

    /** The id in its standard form; empty when it is of another kind or has no number, which many documents share. */
    private static Optional<String> structured(String id) {
        Matcher parts = STRUCTURED.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        LocalDate day = EdxmlDates.day(parts.group(2), "DocumentId");
        return composed(Optional.of(parts.group(1).strip()), Optional.of(day), DocumentCode.parse(parts.group(3)));
    }

    private static Optional<String> composed(
            Optional<String> organ, Optional<LocalDate> date, Optional<DocumentCode> code) {
        return code.filter(known -> known.number().isPresent() && organ.isPresent() && date.isPresent())
                .map(known -> organ.get() + "," + DAY.format(date.get()) + "," + known.text());
    }

    private static FaultException none() {
        return FaultException.of(
                "missing-identity",
                "DocumentId",
                "Không có mã định danh văn bản, cũng không đủ cơ quan, ngày, số và ký hiệu để lập mã; hãy bổ sung ở"
                        + " nguồn.",
                "There is no document id, nor organisation, date, number and notation to make one of; add them at the"
                        + " source.");
    }
}
