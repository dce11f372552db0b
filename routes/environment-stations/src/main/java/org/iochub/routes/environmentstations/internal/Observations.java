package org.iochub.routes.environmentstations.internal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.ObservationStatus;
import org.iochub.model.number.VietnameseNumbers;
import org.iochub.model.record.Observation;
import org.iochub.model.record.ObservationBuilder;
import org.iochub.model.record.RecordTypes;

/** Makes an observation of a group of five tokens. */
final class Observations {
    private static final String MISSING = "---";

    private final Source<EnvironmentStationsSettings> source;
    private final StationList stations;
    private final Statuses statuses;
    private final Units units = new Units();
    private final Parameters parameters = new Parameters();

    Observations(Source<EnvironmentStationsSettings> source, StationList stations) {
        this.source = source;
        this.stations = stations;
        this.statuses = new Statuses(source.settings().extraStatuses());
    }

    /** @throws FaultException when the group is no observation */
    Change of(FileName file, String station, Groups.Group group, RawPart raw) {
        if (!group.whole()) {
            throw FaultException.of(
                    "wrong-field-count",
                    "",
                    "Bản ghi có " + group.tokens().size()
                            + " trường thay vì 5 (thông số, giá trị, đơn vị, thời điểm, trạng thái); hãy kiểm tra tệp.",
                    "The record has " + group.tokens().size()
                            + " fields instead of 5 (parameter, value, unit, time, status); check the file.");
        }
        List<Fault> notes = new ArrayList<>();
        List<String> tokens = group.tokens();
        String property = property(tokens.get(0), notes);
        ObservationStatus status = statuses.of(tokens.get(4));
        OptionalDouble value = value(tokens.get(1));
        String sourceUnit = StationText.clean(tokens.get(2), "unit", notes);
        String unit = units.ucum(sourceUnit, property);
        OffsetDateTime at = Stamp.parse(tokens.get(3), "time");
        Observation observation = ObservationBuilder.builder()
                .facilityCode(station)
                .property(property)
                .value(value)
                .unit(unit)
                .sourceUnit(Optional.of(sourceUnit).filter(written -> !written.isEmpty()))
                .phenomenonTime(at)
                .resultTime(Optional.of(file.sentAt()))
                .statusCode(status)
                .sourceStatus(Optional.of(tokens.get(4)))
                // A value that is not there counts in no average either.
                .valid(status == ObservationStatus.NORMAL && value.isPresent())
                .aggregation(Optional.of(source.settings().aggregation()))
                .build();
        return new Change.Upsert<>(
                RecordTypes.OBSERVATION,
                observation,
                area(station, at, notes),
                VersionKey.at(file.sentAt().toInstant()),
                notes,
                raw);
    }

    private String property(String written, List<Fault> notes) {
        String name = Parameters.require(StationText.clean(written, "parameter", notes));
        return parameters.known(name).orElseGet(() -> {
            notes.add(Fault.of(
                    "unlisted-parameter",
                    "property",
                    "Thông số «" + name + "» không có trong danh mục của Thông tư 10/2021; giữ nguyên tên.",
                    "Parameter «" + name + "» is not in the list of Circular 10/2021; its name is kept as it is."));
            return name;
        });
    }

    private OptionalDouble value(String written) {
        if (written.equals(MISSING)) {
            return OptionalDouble.empty();
        }
        try {
            double value = VietnameseNumbers.parse(written, source.settings().numbers())
                    .doubleValue();
            return OptionalDouble.of(value);
        } catch (FaultException e) {
            throw new FaultException(e.fault().within("value"));
        }
    }

    private Optional<AreaRef> area(String code, OffsetDateTime at, List<Fault> notes) {
        Optional<StationList.Station> station = stations.find(code);
        if (station.isEmpty()) {
            notes.add(Fault.of(
                    "unlisted-station",
                    "facilityCode",
                    "Trạm «" + code + "» không có trong danh sách trạm nên số đo không gắn được đơn vị hành chính; hãy"
                            + " thêm trạm vào stations.",
                    "Station «" + code + "» is not in the station list, so that the value has no area; add it to"
                            + " stations."));
            return Optional.empty();
        }
        DatedArea.Resolved area = station.get()
                .area()
                .at(source.areas(), at.atZoneSameInstant(source.zone()).toLocalDate());
        area.doubt().ifPresent(notes::add);
        return area.ref();
    }
}
