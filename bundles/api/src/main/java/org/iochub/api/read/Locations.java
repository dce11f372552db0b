package org.iochub.api.read;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.record.Location;
import org.iochub.model.trace.Trace;

/** Reads coordinates in degrees (WGS 84): what cannot be a place is refused, what cannot be this place is left out. */
public final class Locations {
    /** With the islands of Hoàng Sa and Trường Sa. */
    private static final double SOUTH = 6;

    private static final double NORTH = 24;
    private static final double WEST = 101;
    private static final double EAST = 118;

    private Locations() {}

    /**
     * @param latitude as its source wrote it; empty when it did not
     * @param latitudeField what the source calls it, for faults
     * @param notes take the reason why coordinates are left out
     * @throws FaultException {@code impossible-location}
     */
    public static Optional<Location> read(
            Optional<String> latitude,
            String latitudeField,
            Optional<String> longitude,
            String longitudeField,
            List<Fault> notes) {
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        double lat = degrees(latitude.orElse(""), latitudeField, 90);
        double lon = degrees(longitude.orElse(""), longitudeField, 180);
        if (lat == 0 && lon == 0) {
            notes.add(Fault.of(
                    "no-location",
                    latitudeField,
                    "Tọa độ (0, 0) nghĩa là thiết bị chưa định vị được nên được bỏ qua.",
                    "The coordinates (0, 0) mean that the device had no fix; they are left out."));
            return Optional.empty();
        }
        if (lat < SOUTH || lat > NORTH || lon < WEST || lon > EAST) {
            notes.add(Fault.of(
                    "outside-vietnam",
                    latitudeField,
                    "Tọa độ nằm ngoài lãnh thổ Việt Nam nên được bỏ qua; hãy kiểm tra ở nguồn.",
                    "The coordinates lie outside Vietnam and are left out; check them at the source."));
            return Optional.empty();
        }
        String read = latitude.orElse("") + " " + longitude.orElse("");
        return Optional.of(
                Trace.step(latitudeField + " " + longitudeField, read, new Location(lon, lat), "coordinates WGS 84"));
    }

    private static double degrees(String text, String field, int most) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw impossible(field, most);
        }
        // Written so that NaN fails too.
        if (!(Math.abs(value) <= most)) {
            throw impossible(field, most);
        }
        return value;
    }

    private static FaultException impossible(String field, int most) {
        return FaultException.of(
                "impossible-location",
                field,
                "«" + field + "» phải là số độ thập phân (dấu chấm) từ -" + most + " đến " + most
                        + "; hãy sửa ở nguồn, có thể kinh độ và vĩ độ bị đảo.",
                "\"" + field + "\" must be decimal degrees (with a point) from -" + most + " to " + most
                        + "; mend it at the source, latitude and longitude may be swapped.");
    }
}
