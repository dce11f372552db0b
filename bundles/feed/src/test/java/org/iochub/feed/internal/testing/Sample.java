package org.iochub.feed.internal.testing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.model.RecordId;
import org.iochub.model.area.AreaRef;

/** A version about to be appended. */
public record Sample(
        String type,
        RecordId id,
        String source,
        String tenant,
        Optional<AreaRef> area,
        Optional<AreaRef> previousArea,
        Operation op,
        Optional<String> reason,
        String data) {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-03-01T08:00:00+07:00");

    /** A citizen report with personal data in most fields. */
    public static Sample report(String code) {
        return new Sample(
                "citizen-report",
                RecordId.of("citizen-report", List.of("vinhlong", "reports", code)),
                "reports",
                "vinhlong",
                Optional.empty(),
                Optional.empty(),
                Operation.UPSERT,
                Optional.empty(),
                "{\"reportCode\":\"" + code + "\",\"kind\":\"field\",\"serviceCode\":\"rac-thai\","
                        + "\"text\":\"=HYPERLINK(1) Nhà tôi gọi 0912345678, đường ngập; \\\"sâu\\\"\",\"status\":\"received\","
                        + "\"sourceStatus\":\"1\",\"location\":{\"longitude\":105.97221,\"latitude\":10.25369},"
                        + "\"address\":\"12 Nguyễn Huệ\",\"requestedAt\":\"2026-03-01T08:00:00+07:00\","
                        + "\"mediaRefs\":[\"a.jpg\"]}");
    }

    public static Sample facility(String code, double longitude) {
        return new Sample(
                "facility",
                RecordId.of("facility", List.of("vinhlong", "station", code)),
                "stations",
                "vinhlong",
                Optional.empty(),
                Optional.empty(),
                Operation.UPSERT,
                Optional.empty(),
                "{\"facilityCode\":\"" + code + "\",\"kind\":\"station\",\"name\":\"Trạm " + code
                        + "\",\"location\":{\"longitude\":" + longitude
                        + ",\"latitude\":-10.5},\"updatedAt\":\"2026-03-01T08:00:00+07:00\"}");
    }

    /** Any record whose data is written out. */
    public static Sample of(String type, String key, String data) {
        return new Sample(
                type,
                RecordId.of(type, List.of("vinhlong", key)),
                "any",
                "vinhlong",
                Optional.empty(),
                Optional.empty(),
                Operation.UPSERT,
                Optional.empty(),
                data);
    }

    public static Sample observation(String property, String value, String unit) {
        return of(
                "observation",
                property + value,
                "{\"facilityCode\":\"T1\",\"property\":\"" + property + "\",\"value\":" + value + ",\"unit\":\"" + unit
                        + "\",\"phenomenonTime\":\"2026-03-01T08:00:00+07:00\",\"statusCode\":\"normal\",\"valid\":true}");
    }

    public Sample in(AreaRef place) {
        return new Sample(type, id, source, tenant, Optional.of(place), Optional.empty(), op, reason, data);
    }

    public Sample movedFrom(AreaRef place) {
        return new Sample(type, id, source, tenant, area, Optional.of(place), op, reason, data);
    }

    public Sample of(String otherTenant) {
        return new Sample(type, id, source, otherTenant, area, previousArea, op, reason, data);
    }

    public Sample from(String otherSource) {
        return new Sample(type, id, otherSource, tenant, area, previousArea, op, reason, data);
    }

    /** The same with other words in its content. */
    public Sample with(String words, String others) {
        return new Sample(type, id, source, tenant, area, previousArea, op, reason, data.replace(words, others));
    }

    public Sample deleted() {
        return new Sample(type, id, source, tenant, area, previousArea, Operation.DELETE, reason, "");
    }

    public static AreaRef area(String code, String validFrom) {
        return new AreaRef(code, LocalDate.parse(validFrom));
    }

    LoggedRecord at(long position) {
        return new LoggedRecord(
                position,
                "v-" + position,
                type,
                1,
                id,
                source,
                tenant,
                area,
                previousArea,
                START,
                START.plusSeconds(position),
                op,
                reason,
                data.getBytes(StandardCharsets.UTF_8));
    }
}
