package org.iochub.routes.dossiers.internal;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.model.record.Dossier;

/** Requests for papers that were missing, and the days they moved. */
final class Supplements {
    private static final String LIST = "DanhSachHoSoBoSung";

    private final String askedField;
    private final String doneField;

    Supplements(DossiersSettings settings) {
        this.askedField = settings.supplementAskedField();
        this.doneField = settings.supplementDoneField();
    }

    List<Dossier.Supplement> of(Fields fields) {
        return fields.list(LIST).stream()
                .map(one -> new Dossier.Supplement(one.time(askedField), one.time(doneField), one.due("NgayHenTraMoi")))
                .filter(Supplements::saysSomething)
                .toList();
    }

    /** The latest day that a request set anew, else the day first set. */
    Optional<OffsetDateTime> due(Fields fields) {
        Optional<OffsetDateTime> extended = fields.list(LIST).stream()
                .flatMap(one -> one.due("NgayHenTraMoi").stream())
                .max(Comparator.comparing(OffsetDateTime::toInstant));
        return extended.or(() -> fields.due("NgayHenTra"));
    }

    /** The day before the first request moved it; empty without a request, where there is but one day. */
    Optional<OffsetDateTime> originalDue(Fields fields) {
        List<Fields> requests = fields.list(LIST);
        if (requests.isEmpty()) {
            return Optional.empty();
        }
        return requests.stream()
                .flatMap(one -> one.due("NgayHenTraTruoc").stream())
                .min(Comparator.comparing(OffsetDateTime::toInstant))
                .or(() -> fields.due("NgayHenTra"));
    }

    private static boolean saysSomething(Dossier.Supplement one) {
        return Stream.of(one.requestedAt(), one.completedAt(), one.newDueAt()).anyMatch(Optional::isPresent);
    }
}
