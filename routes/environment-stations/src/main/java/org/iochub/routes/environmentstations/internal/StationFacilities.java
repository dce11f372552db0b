package org.iochub.routes.environmentstations.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.FacilityKind;
import org.iochub.model.record.Facility;
import org.iochub.model.record.FacilityBuilder;
import org.iochub.model.record.RecordTypes;

/** The listed stations as facilities: said with every file, unchanged as long as the list is. */
final class StationFacilities {
    private final Source<EnvironmentStationsSettings> source;
    private final StationList stations;
    private final LocalDate asOf;
    private final OffsetDateTime updatedAt;

    StationFacilities(Source<EnvironmentStationsSettings> source, StationList stations) {
        this.source = source;
        this.stations = stations;
        this.asOf = day(source.settings().stationsAsOf());
        this.updatedAt = asOf.atStartOfDay(source.zone()).toOffsetDateTime();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw FaultException.of(
                    "bad-setting",
                    "stationsAsOf",
                    "«" + text + "» không phải ngày có thật; hãy viết như «2025-07-01».",
                    "«" + text + "» is no day that exists; write it like «2025-07-01».");
        }
    }

    /** Nothing for a station that is not listed: a facility is never invented. */
    Stream<Change> of(String code, RawPart raw) {
        return stations.find(code).stream().map(station -> upsert(station, raw));
    }

    /** All of them, for the message that says the list itself; by code. */
    Stream<Change> all(RawPart raw) {
        return stations.all().stream()
                .sorted(Comparator.comparing(StationList.Station::code))
                .map(station -> upsert(station, raw));
    }

    private Change upsert(StationList.Station station, RawPart raw) {
        Facility facility = FacilityBuilder.builder()
                .facilityCode(station.code())
                .kind(FacilityKind.STATION)
                .name(station.name())
                .location(Optional.of(station.location()))
                .updatedAt(updatedAt)
                .build();
        DatedArea.Resolved area = station.area().at(source.areas(), asOf);
        // The list has no version of its own: an edited one wins when it comes.
        return new Change.Upsert<>(
                RecordTypes.FACILITY,
                facility,
                area.ref(),
                VersionKey.arrival(),
                area.doubt().map(List::of).orElse(List.of()),
                raw);
    }
}
