package org.iochub.routes.petitions.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.ReportStatuses;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.RecordTypes;

/**
 * Turns an answer of the service into citizen reports. Of the sender it keeps a keyed digest; what identifies people in
 * the text is masked here, before anything is stored.
 */
final class PetitionsNormalizer implements Normalizer {
    private final Source<PetitionsSettings> source;
    private final PetitionTimes times;
    private final CodeMap<ReportStatus> statuses;

    PetitionsNormalizer(Source<PetitionsSettings> source) {
        this.source = source;
        this.times = new PetitionTimes(source.settings().missingOffset(), source.zone());
        this.statuses =
                ReportStatuses.parse("statusMap", "TrangThai", source.settings().statusMap());
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        InputStream in = message.open();
        PetitionReader reader;
        try {
            reader = new PetitionReader(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        return StreamSupport.stream(
                        new Spliterators.AbstractSpliterator<Petition>(
                                Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                            @Override
                            public boolean tryAdvance(Consumer<? super Petition> action) {
                                try {
                                    Optional<Petition> next = reader.next();
                                    next.ifPresent(action);
                                    return next.isPresent();
                                } catch (IOException e) {
                                    throw PetitionReader.unchecked(e);
                                }
                            }
                        },
                        false)
                .map(petition -> change(petition, message.receivedAt()))
                .onClose(() -> close(in));
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw PetitionReader.unchecked(e);
        }
    }

    private Change change(Petition petition, OffsetDateTime received) {
        RawPart raw = RawPart.of("PhanAnh[" + petition.number() + "]", petition.raw());
        try {
            return report(petition, received, raw);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault(), raw);
        }
    }

    private Change report(Petition petition, OffsetDateTime received, RawPart raw) {
        List<Fault> notes = new ArrayList<>();
        String sourceStatus = petition.required("TrangThai", notes);
        ReportStatus status = statuses.require(sourceStatus);
        OffsetDateTime requested =
                times.read(petition.required("NgayGui", notes), "NgayGui").noted("NgayGui", notes);
        Optional<OffsetDateTime> updated = petition.text("NgayCapNhat", notes)
                .map(text -> times.read(text, "NgayCapNhat").noted("NgayCapNhat", notes));
        doubt(requested, updated, received, notes);
        CitizenReport report = CitizenReportBuilder.builder()
                .reportCode(petition.required("MaPhanAnh", notes))
                .kind(ReportKind.PETITION)
                .serviceCode(petition.required("MaLinhVuc", notes))
                .serviceName(petition.text("TenLinhVuc", notes))
                .text(text(petition, notes))
                .status(status)
                .sourceStatus(sourceStatus)
                .statusNotes(masked(petition, "KetQuaXuLy", notes))
                .address(masked(petition, "DiaChi", notes))
                .channel(petition.text("KenhTiepNhan", notes))
                .requestedAt(requested)
                .expectedAt(lenient(petition, "HanXuLy", notes))
                .updatedAt(updated)
                .closedAt(lenient(petition, "NgayKetThuc", notes))
                .agency(petition.text("DonViXuLy", notes))
                .rating(rating(petition, notes))
                .mediaRefs(petition.all("TepDinhKem").stream()
                        .filter(ref -> ref.startsWith("https://") || ref.startsWith("http://"))
                        .toList())
                .reporterRef(petition.text("NguoiGui.MaTaiKhoan", notes).map(source::pseudonym))
                .build();
        Optional<AreaRef> area = area(petition, requested, notes);
        VersionKey version = VersionKey.at(updated.orElse(requested).toInstant());
        return new Change.Upsert<>(RecordTypes.CITIZEN_REPORT, report, area, version, notes, raw);
    }

    /** Title and content as one text, as GeoReport has it. */
    private static Optional<String> text(Petition petition, List<Fault> notes) {
        Optional<String> title = masked(petition, "TieuDe", notes);
        Optional<String> content = masked(petition, "NoiDung", notes);
        return title.isPresent() && content.isPresent()
                ? Optional.of(title.get() + "\n" + content.get())
                : title.or(() -> content);
    }

    private static Optional<String> masked(Petition petition, String field, List<Fault> notes) {
        Optional<String> sender = petition.all("NguoiGui.HoTen").stream().findFirst();
        return petition.text(field, notes).map(text -> Masked.text(text, sender));
    }

    /** A time that cannot be read is no reason to lose the petition. */
    private Optional<OffsetDateTime> lenient(Petition petition, String field, List<Fault> notes) {
        try {
            return petition.text(field, notes)
                    .map(text -> times.read(text, field).noted(field, notes));
        } catch (FaultException e) {
            notes.add(e.fault());
            return Optional.empty();
        }
    }

    private static OptionalInt rating(Petition petition, List<Fault> notes) {
        Optional<String> text = petition.text("DanhGia", notes).filter(value -> !value.equals("0"));
        if (text.isPresent() && !text.get().matches("[1-5]")) {
            notes.add(Fault.of(
                    "bad-rating",
                    "DanhGia",
                    "Đánh giá không phải số từ 1 đến 5 nên được bỏ qua.",
                    "The rating is no number from 1 to 5 and is left out."));
            return OptionalInt.empty();
        }
        return text.map(value -> OptionalInt.of(Integer.parseInt(value))).orElse(OptionalInt.empty());
    }

    private Optional<AreaRef> area(Petition petition, OffsetDateTime requested, List<Fault> notes) {
        LocalDate day = requested.atZoneSameInstant(source.zone()).toLocalDate();
        try {
            return petition.text("MaXa", notes).map(code -> source.areas().require(code, day));
        } catch (FaultException e) {
            notes.add(e.fault().within("MaXa"));
            return Optional.empty();
        }
    }

    private static void doubt(
            OffsetDateTime requested, Optional<OffsetDateTime> updated, OffsetDateTime received, List<Fault> notes) {
        if (requested.isAfter(received.plusDays(1))) {
            notes.add(Fault.of(
                    "future-date",
                    "NgayGui",
                    "Thời điểm gửi nằm ở tương lai; hãy kiểm tra đồng hồ của nguồn.",
                    "The petition comes from the future; check the clock of the source."));
        }
        if (updated.filter(requested::isAfter).isPresent()) {
            notes.add(Fault.of(
                    "dates-out-of-order",
                    "NgayCapNhat",
                    "Thời điểm cập nhật sớm hơn thời điểm gửi; hãy kiểm tra ở nguồn.",
                    "The petition was updated before it was made; check it at the source."));
        }
    }
}
