package org.iochub.routes.egovernment.internal;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.record.Document;
import org.iochub.model.record.DocumentBuilder;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.DossierBuilder;
import org.iochub.model.record.Level;

/** Made up dossiers, documents and settings. */
final class Examples {
    private Examples() {}

    static OffsetDateTime at(String local) {
        return OffsetDateTime.parse(local + (local.length() == 10 ? "T08:00:00+07:00" : ":00+07:00"));
    }

    static DossierBuilder dossier(String code, String received) {
        return DossierBuilder.builder()
                .dossierCode(code)
                .procedureCode("1.001612")
                .receivingOrg("H43.15")
                .level(Level.PROVINCE)
                .channel("1")
                .status(DossierStatus.IN_PROCESS)
                .sourceStatus("4")
                .receivedAt(at(received));
    }

    static Dossier.Supplement supplement(String asked, String done, String due) {
        return new Dossier.Supplement(time(asked), time(done), time(due));
    }

    private static Optional<OffsetDateTime> time(String local) {
        return local.isEmpty() ? Optional.empty() : Optional.of(at(local));
    }

    static Document document(String id, String from, String received, Optional<Boolean> signed) {
        return DocumentBuilder.builder()
                .documentId(id)
                .notation("UBND-VP")
                .subject("Văn bản mẫu")
                .fromOrg(from)
                .receivedAt(at(received))
                .digitallySigned(signed)
                .build();
    }

    static EGovernmentSettings settings(String area) {
        return new EGovernmentSettings(
                area,
                List.of("H43", "000.00.00.H43"),
                List.of("1"),
                List.of("0", "2"),
                List.of(Periods.MONTH, Periods.QUARTER, Periods.YEAR_TO_DATE),
                24,
                Duration.ofMillis(50));
    }
}
