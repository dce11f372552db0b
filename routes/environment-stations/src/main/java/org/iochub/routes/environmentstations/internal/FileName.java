package org.iochub.routes.environmentstations.internal;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;

/**
 * A file's name: {@code province_facility_station_yyyyMMddHHmmss.txt}, or {@code station_yyyyMMddHHmmss.txt} as one
 * logger writes it.
 *
 * @param owner {@code province} and {@code facility}; empty in the short shape
 */
record FileName(Optional<Owner> owner, String station, OffsetDateTime sentAt) {
    record Owner(String province, String facility) {}

    private static final Pattern SHAPE = Pattern.compile(
            "(?:([\\p{L}\\p{N}.-]+)_([\\p{L}\\p{N}.-]+)_)?([\\p{L}\\p{N}.-]+)_(\\d{14})\\.txt",
            Pattern.CASE_INSENSITIVE);

    /** @param path the name, with the directories before it or without */
    static FileName parse(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        Matcher matcher = SHAPE.matcher(name);
        if (!matcher.matches()) {
            throw FaultException.of(
                    "bad-file-name",
                    "",
                    "Tên tệp «" + name + "» không đúng mẫu «tỉnh_cơ sở_trạm_yyyyMMddHHmmss.txt» hoặc"
                            + " «trạm_yyyyMMddHHmmss.txt»; hãy đổi tên ở nguồn rồi gửi lại.",
                    "The file name «" + name + "» is neither «province_facility_station_yyyyMMddHHmmss.txt» nor"
                            + " «station_yyyyMMddHHmmss.txt»; rename it at the source and send it again.");
        }
        Optional<Owner> owner =
                Optional.ofNullable(matcher.group(1)).map(province -> new Owner(province, matcher.group(2)));
        return new FileName(owner, matcher.group(3), Stamp.parse(matcher.group(4), ""));
    }

    /** What the settings take as the station's code. */
    String code(StationCode by) {
        return switch (by) {
            case STATION -> station;
            case FACILITY_STATION ->
                owner.map(o -> o.facility() + "_" + station).orElse(station);
            case FULL ->
                owner.map(o -> o.province() + "_" + o.facility() + "_" + station)
                        .orElse(station);
        };
    }
}
