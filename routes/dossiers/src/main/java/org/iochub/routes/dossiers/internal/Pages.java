package org.iochub.routes.dossiers.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Source;
import org.iochub.api.poll.JsonBody;
import org.iochub.api.poll.Page;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonRecords;
import org.iochub.model.FaultException;

/** What paging needs to know of a page of dossiers or steps. */
final class Pages {
    private final Source<DossiersSettings> source;

    Pages(Source<DossiersSettings> source) {
        this.source = source;
    }

    /**
     * @throws FaultException when the body is no whole answer of the service asked: such a page is asked for again, not
     *     delivered
     */
    Page read(byte[] body) throws IOException {
        JsonBody page = JsonBody.whole(body);
        Envelope.Service service = Envelope.service(page);
        requireAsked(service);
        Map<String, Instant> changed = new HashMap<>();
        int[] elements = {0};
        try (Stream<JsonItem> items = JsonRecords.array(page, DossiersNormalizer.LIMITS, "data")) {
            items.forEach(item -> {
                elements[0]++;
                if (item instanceof JsonItem.Element element) {
                    put(service, new Fields(element.node(), source.zone()), changed);
                }
            });
        }
        return Page.of(body, elements[0], changed);
    }

    private void requireAsked(Envelope.Service service) {
        Envelope.Service asked = source.settings().polled().service();
        if (service != asked) {
            throw FaultException.of(
                    "other-service",
                    "service",
                    "Địa chỉ trả về " + service.wireName() + " chứ không phải " + asked.wireName()
                            + "; hãy kiểm tra url và polled.",
                    "The address gives " + service.wireName() + " instead of " + asked.wireName()
                            + "; check url and polled.");
        }
    }

    /** What the normaliser refuses does not hold up the paging. */
    private void put(Envelope.Service service, Fields fields, Map<String, Instant> changed) {
        try {
            String code = fields.required("MaHoSo");
            if (service == Envelope.Service.STEPS) {
                OffsetDateTime at = fields.requiredTime("ThoiDiemXuLy");
                // Steps do not change: each counts by itself.
                changed.put(code + "|" + at + "|" + fields.required("TrangThai"), at.toInstant());
            } else {
                changed(fields).ifPresent(at -> changed.put(code, at));
            }
        } catch (FaultException e) {
            // Not known to the paging; the record goes to quarantine by way of the normaliser.
        }
    }

    private Optional<Instant> changed(Fields fields) {
        return fields.time(source.settings().updatedField())
                .map(OffsetDateTime::toInstant)
                .or(() -> Stream.of("NgayTiepNhan", "NgayKetThucXuLy", "NgayTra")
                        .flatMap(name -> fields.time(name).stream())
                        .map(OffsetDateTime::toInstant)
                        .max(Instant::compareTo));
    }
}
