package org.iochub.routes.traffic.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.api.read.IsoTimes;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.ObservationStatus;
import org.iochub.model.record.Observation;
import org.iochub.model.record.ObservationBuilder;
import org.iochub.model.record.RecordTypes;

/** Makes observations of what a camera counted in one cycle: each value is taken, or refused, by itself. */
final class Counts {
    /**
     * One cycle of one camera.
     *
     * @param notes doubts about its times
     */
    record Cycle(
            String camera,
            OffsetDateTime from,
            OffsetDateTime to,
            OffsetDateTime sent,
            ObservationStatus status,
            String sourceStatus,
            List<Fault> notes) {
        String length() {
            return Duration.between(from, to).toString();
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FASTEST = BigDecimal.valueOf(300);
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Source<CountsSettings> source;
    private final CameraList cameras;
    private final IsoTimes times;
    private final CodeMap<String> vehicles;
    private final CodeMap<ObservationStatus> statuses;
    private final Set<BigDecimal> sentinels;

    Counts(Source<CountsSettings> source, CameraList cameras) {
        CountsSettings settings = source.settings();
        this.source = source;
        this.cameras = cameras;
        this.times = new IsoTimes(settings.missingOffset(), source.zone());
        this.vehicles = Pairs.read(
                "vehicles",
                "vehicles",
                settings.vehicles(),
                name -> Optional.of(name).filter(text -> text.matches("[a-z][a-z-]{0,31}")));
        this.statuses = Pairs.read(
                "statuses",
                "status",
                settings.statuses(),
                code -> Arrays.stream(ObservationStatus.values())
                        .filter(status -> status.code().equals(code))
                        .findFirst());
        this.sentinels = settings.sentinels().stream().map(Counts::sentinel).collect(Collectors.toUnmodifiableSet());
    }

    private static BigDecimal sentinel(String text) {
        try {
            return new BigDecimal(text.strip()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw FaultException.of(
                    "bad-setting",
                    "sentinels",
                    "«" + text + "» trong sentinels không phải số; hãy viết như «-99,-1».",
                    "«" + text + "» in sentinels is no number; write it like «-99,-1».");
        }
    }

    /** @throws FaultException when it is not known whose cycle this is, or when it was */
    Cycle cycle(JsonNode node, OffsetDateTime received) {
        List<Fault> notes = new ArrayList<>();
        String camera = Fields.text(node, "camera");
        OffsetDateTime from = times.read(Fields.text(node, "from"), "from").noted("from", notes);
        OffsetDateTime to = times.read(Fields.text(node, "to"), "to").noted("to", notes);
        OffsetDateTime sent = times.read(Fields.text(node, "sent"), "sent").noted("sent", notes);
        String status = Fields.text(node, "status");
        Duration length = Duration.between(from, to);
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw Fields.impossible(
                    "to",
                    to.toString(),
                    "chu kỳ phải dương và không quá một ngày",
                    "a cycle takes time, a day at most");
        }
        if (to.isAfter(received.plusHours(1))) {
            notes.add(Fault.of(
                    "future-date",
                    "to",
                    "Chu kỳ kết thúc ở tương lai; hãy kiểm tra đồng hồ của camera.",
                    "The cycle ends in the future; check the camera's clock."));
        }
        return new Cycle(camera, from, to, sent, statuses.require(status), status, notes);
    }

    void read(Cycle cycle, JsonNode node, RawPart raw, List<Change> changes) {
        JsonNode lanes = node.path("lanes");
        if (!lanes.isArray()) {
            throw Fields.wrong("lanes", "danh sách làn", "a list of lanes");
        }
        int index = 0;
        for (JsonNode lane : lanes) {
            read(cycle, lane, "lanes[" + index++ + "]", raw, changes);
        }
    }

    private void read(Cycle cycle, JsonNode lane, String where, RawPart raw, List<Change> changes) {
        JsonNode number = lane.path("lane");
        if (!number.isIntegralNumber() || number.asInt() < 0 || number.asInt() > 99) {
            changes.add(new Change.Refusal(
                    Fields.wrong(where + ".lane", "số thứ tự làn từ 0 đến 99", "the number of a lane, 0 to 99")
                            .fault(),
                    raw));
            return;
        }
        String suffix = ".lane-" + number.asInt();
        for (Map.Entry<String, JsonNode> vehicle : lane.path("vehicles").properties()) {
            String field = where + ".vehicles." + vehicle.getKey();
            attempt(
                    raw,
                    changes,
                    () -> observation(
                            cycle,
                            "count." + vehicles.require(vehicle.getKey()) + suffix,
                            value(vehicle.getValue(), field, MOST),
                            "{vehicle}",
                            "sum-" + cycle.length(),
                            raw));
        }
        measured(cycle, lane, "occupancy", "%", HUNDRED, where, suffix, raw, changes);
        measured(cycle, lane, "speed", "km/h", FASTEST, where, suffix, raw, changes);
    }

    private void measured(
            Cycle cycle,
            JsonNode lane,
            String name,
            String unit,
            BigDecimal most,
            String where,
            String suffix,
            RawPart raw,
            List<Change> changes) {
        if (lane.has(name)) {
            attempt(
                    raw,
                    changes,
                    () -> observation(
                            cycle,
                            name + suffix,
                            value(lane.get(name), where + "." + name, most),
                            unit,
                            "mean-" + cycle.length(),
                            raw));
        }
    }

    private static void attempt(RawPart raw, List<Change> changes, java.util.function.Supplier<Change> making) {
        try {
            changes.add(making.get());
        } catch (FaultException e) {
            changes.add(new Change.Refusal(e.fault(), raw));
        }
    }

    /** Empty for null and for a number that means «no value». */
    private OptionalDouble value(JsonNode value, String field, BigDecimal most) {
        if (value.isNull()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber()) {
            throw Fields.wrong(field, "số", "a number");
        }
        BigDecimal number = value.decimalValue();
        if (sentinels.contains(number.stripTrailingZeros())) {
            return OptionalDouble.empty();
        }
        if (number.signum() < 0 || number.compareTo(most) > 0) {
            throw Fields.impossible(field, value.asText(), "từ 0 đến " + most, "0 to " + most);
        }
        return OptionalDouble.of(number.doubleValue());
    }

    private Change observation(
            Cycle cycle, String property, OptionalDouble value, String unit, String aggregation, RawPart raw) {
        List<Fault> notes = new ArrayList<>(cycle.notes());
        DatedArea.Resolved area = cameras.area(
                cycle.camera(), cycle.to().atZoneSameInstant(source.zone()).toLocalDate());
        area.doubt().ifPresent(notes::add);
        Observation observation = ObservationBuilder.builder()
                .facilityCode(cycle.camera())
                .property(property)
                .value(value)
                .unit(unit)
                .phenomenonTime(cycle.to())
                .resultTime(Optional.of(cycle.sent()))
                .statusCode(cycle.status())
                .sourceStatus(Optional.of(cycle.sourceStatus()))
                // A value that is not there counts in no average either.
                .valid(cycle.status() == ObservationStatus.NORMAL && value.isPresent())
                .aggregation(Optional.of(aggregation))
                .build();
        return new Change.Upsert<>(
                RecordTypes.OBSERVATION,
                observation,
                area.ref(),
                VersionKey.at(cycle.sent().toInstant()),
                notes,
                raw);
    }
}
