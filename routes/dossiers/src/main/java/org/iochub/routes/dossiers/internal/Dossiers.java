package org.iochub.routes.dossiers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.DossierBuilder;
import org.iochub.model.record.RecordTypes;

/**
 * A dossier at one level. Of the applicant only the kind is read: {@code ChuHoSo}, {@code Email} and
 * {@code SoDienThoai} are left where they are.
 */
final class Dossiers {
    private static final String LINKED = "liên thông";

    private final Source<DossiersSettings> source;
    private final StatusMap statuses;
    private final Receiver receiver;
    private final Fees fees;
    private final Supplements supplements;

    Dossiers(Source<DossiersSettings> source, StatusMap statuses) {
        this.source = source;
        this.statuses = statuses;
        this.receiver = new Receiver(source.settings(), source.areas());
        this.fees = new Fees(source.settings());
        this.supplements = new Supplements(source.settings());
    }

    Change of(Fields fields, RawPart raw) {
        DossierCode code = DossierCode.of(fields.required("MaHoSo"), "MaHoSo");
        OffsetDateTime received = fields.requiredTime("NgayTiepNhan");
        LocalDate day = received.atZoneSameInstant(source.zone()).toLocalDate();
        Receiver.Place place = receiver.of(code.organisation(), day);
        String status = fields.required("TrangThaiHoSo");
        Optional<String> applicant = fields.text("LoaiDoiTuong");
        Optional<OffsetDateTime> finished = fields.time("NgayKetThucXuLy");
        Optional<OffsetDateTime> returned = fields.time("NgayTra");
        Dossier dossier = DossierBuilder.builder()
                .dossierCode(code.code())
                .procedureCode(fields.required("MaTTHC"))
                .procedureName(fields.text("TenTTHC"))
                .fieldCode(fields.text("MaLinhVuc"))
                .fieldName(fields.text("TenLinhVuc"))
                .receivingOrg(code.organisation().code())
                .handlingOrg(fields.text("DonViXuLy"))
                .level(place.level())
                .channel(fields.text("HinhThuc"))
                .applicantKind(applicant.map(source.settings().applicantKinds()::of))
                .sourceApplicantKind(applicant)
                .summary(fields.text("TrichYeuHoSo"))
                .status(statuses.of(status, "TrangThaiHoSo"))
                .sourceStatus(status)
                .receivedAt(received)
                .dueAt(supplements.due(fields))
                .finishedAt(finished)
                .returnedAt(returned)
                .feeVnd(fees.of(fields))
                .links(links(fields))
                .originalDueAt(supplements.originalDue(fields))
                .supplements(supplements.of(fields))
                .build();
        List<Fault> notes = place.area().doubt().map(List::of).orElse(List.of());
        return new Change.Upsert<>(
                RecordTypes.DOSSIER,
                dossier,
                place.area().ref(),
                version(fields, received, finished, returned),
                notes,
                raw);
    }

    private VersionKey version(
            Fields fields,
            OffsetDateTime received,
            Optional<OffsetDateTime> finished,
            Optional<OffsetDateTime> returned) {
        OffsetDateTime updated = fields.time(source.settings().updatedField())
                .orElseGet(() -> Stream.of(Optional.of(received), finished, returned)
                        .flatMap(Optional::stream)
                        .max(Comparator.comparing(OffsetDateTime::toInstant))
                        .orElseThrow());
        return VersionKey.at(updated.toInstant());
    }

    /** Codes as text, or objects with {@code MaHoSo}. */
    private List<Dossier.Link> links(Fields fields) {
        String name = source.settings().linksField();
        List<Dossier.Link> links = new ArrayList<>();
        for (JsonNode element : fields.elements(name)) {
            String code = element.isTextual()
                    ? element.asText().strip()
                    : new Fields(element, source.zone()).required("MaHoSo");
            Dossier.Link link = new Dossier.Link(DossierCode.of(code, name).code(), LINKED);
            if (!links.contains(link)) {
                links.add(link);
            }
        }
        return links;
    }
}
