package org.iochub.routes.traffic.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.FacilityKind;
import org.iochub.model.record.Facility;
import org.iochub.model.record.FacilityBuilder;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.text.Nfc;

/** The cameras an instance knows: {@code code=name|longitude|latitude|area code}. */
final class CameraList {
    private record Camera(String code, String name, Location location, DatedArea area) {}

    private static final String EXAMPLE = "CAM-01=Nút giao A|108.474|15.573|20341@2025-07-01";

    private final Map<String, Camera> cameras = new HashMap<>();
    private final Source<CountsSettings> source;
    private final LocalDate asOf;

    /** @throws FaultException {@code bad-setting} */
    CameraList(Source<CountsSettings> source) {
        this.source = source;
        this.asOf = day(source.settings().camerasAsOf());
        source.settings().cameras().stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(CameraList::parse)
                .forEach(camera -> {
                    if (cameras.put(camera.code(), camera) != null) {
                        throw bad(camera.code());
                    }
                });
    }

    /** The camera as a facility: nothing for one that is not listed, a facility is never invented. */
    Optional<Change> facility(String code, RawPart raw) {
        return Optional.ofNullable(cameras.get(code)).map(camera -> facility(camera, raw));
    }

    private Change facility(Camera camera, RawPart raw) {
        OffsetDateTime updatedAt = asOf.atStartOfDay(source.zone()).toOffsetDateTime();
        Facility facility = FacilityBuilder.builder()
                .facilityCode(camera.code())
                .kind(FacilityKind.CAMERA)
                .name(camera.name())
                .location(Optional.of(camera.location()))
                .updatedAt(updatedAt)
                .build();
        DatedArea.Resolved area = camera.area().at(source.areas(), asOf);
        // The list has no version of its own: an edited one wins when it comes.
        return new Change.Upsert<>(
                RecordTypes.FACILITY,
                facility,
                area.ref(),
                VersionKey.arrival(),
                area.doubt().map(List::of).orElse(List.of()),
                raw);
    }

    /** Where the camera stands; a doubt for one that is not listed. */
    DatedArea.Resolved area(String code, LocalDate day) {
        Camera camera = cameras.get(code);
        if (camera != null) {
            return camera.area().at(source.areas(), day);
        }
        return new DatedArea.Resolved(
                Optional.empty(),
                Optional.of(Fault.of(
                        "unlisted-camera",
                        "camera",
                        "Camera «" + code + "» không có trong danh sách nên số đếm không gắn được đơn vị hành chính;"
                                + " hãy thêm vào cameras.",
                        "Camera «" + code + "» is not in the list, so that its values have no area; add it to"
                                + " cameras.")));
    }

    private static Camera parse(String entry) {
        String[] codeAndRest = Nfc.of(entry).split("=", 2);
        String[] rest = codeAndRest.length == 2 ? codeAndRest[1].split("\\|", -1) : new String[0];
        if (rest.length != 4 || codeAndRest[0].isBlank() || rest[0].isBlank()) {
            throw bad(entry);
        }
        return new Camera(
                codeAndRest[0].strip(),
                rest[0].strip(),
                new Location(degrees(rest[1], 180, entry), degrees(rest[2], 90, entry)),
                DatedArea.parse(rest[3].strip(), "cameras"));
    }

    private static double degrees(String text, double most, String entry) {
        try {
            double degrees = Double.parseDouble(text.strip());
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same fault.
        }
        throw bad(entry);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw FaultException.of(
                    "bad-setting",
                    "camerasAsOf",
                    "«" + text + "» không phải ngày có thật; hãy viết như «2025-07-01».",
                    "«" + text + "» is no day that exists; write it like «2025-07-01».");
        }
    }

    private static FaultException bad(String entry) {
        return FaultException.of(
                "bad-setting",
                "cameras",
                "Camera «" + entry + "» sai cách viết hoặc có hai lần; hãy viết như «" + EXAMPLE + "».",
                "The camera «" + entry + "» is not written right or stands there twice; write it like «" + EXAMPLE
                        + "».");
    }
}
