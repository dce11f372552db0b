package org.iochub.routes.transport.internal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.read.DatedArea;
import org.iochub.api.read.Shown;
import org.iochub.api.read.SourceText;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.FacilityKind;
import org.iochub.model.record.FacilityBuilder;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;

/** Turns rows of {@code stops.txt} into facilities. */
record Stop(DatedArea.Resolved area, Optional<String> operator, OffsetDateTime updatedAt, VersionKey version) {
    /** Empty for entrances, nodes and boarding areas, which are parts of a stop. */
    Optional<Change> of(Csv.Row row) {
        String type = row.get("location_type").orElse("0");
        if (type.equals("2") || type.equals("3") || type.equals("4")) {
            return Optional.empty();
        }
        if (!type.equals("0") && !type.equals("1")) {
            throw FaultException.of(
                    "unknown-code",
                    "location_type",
                    "location_type «" + Shown.of(type) + "» phải từ 0 đến 4; hãy sửa ở nguồn.",
                    "location_type «" + Shown.of(type) + "» must be 0 to 4; mend it at the source.");
        }
        List<Fault> notes = new ArrayList<>();
        area.doubt().ifPresent(notes::add);
        FacilityBuilder stop = FacilityBuilder.builder()
                .facilityCode(row.require("stop_id"))
                .kind(FacilityKind.STOP)
                .name(SourceText.mended(row.require("stop_name"), "stop_name", notes))
                .org(operator)
                .location(place(row, notes))
                .updatedAt(updatedAt);
        return Optional.of(
                new Change.Upsert<>(RecordTypes.FACILITY, stop.build(), area.ref(), version, notes, row.raw()));
    }

    private static Optional<Location> place(Csv.Row row, List<Fault> notes) {
        return Places.read(row.require("stop_lon"), row.require("stop_lat"), "stop_lat", notes);
    }
}
