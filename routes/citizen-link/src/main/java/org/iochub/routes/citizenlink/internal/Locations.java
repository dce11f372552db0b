package org.iochub.routes.citizenlink.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.record.Location;

/** Reads {@code lat} and {@code lon}: what cannot be a place is refused, what cannot be this place is left out. */
final class Locations {
    /** With the islands of Hoàng Sa and Trường Sa. */
    private static final double SOUTH = 6;

    private static final double NORTH = 24;
    private static final double WEST = 101;
    private static final double EAST = 118;

    private Locations() {}

    static Optional<Location> read(EventFields fields, List<Fault> notes) {
        Optional<String> latitude = fields.text("lat");
        Optional<String> longitude = fields.text("lon");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        double lat = degrees(latitude.orElse(""), "lat", 90);
        double lon = degrees(longitude.orElse(""), "lon", 180);
        if (lat == 0 && lon == 0) {
            notes.add(Fault.of(
                    "no-location",
                    "lat",
                    "Tọa độ (0, 0) nghĩa là thiết bị chưa định vị được nên được bỏ qua.",
                    "The coordinates (0, 0) mean that the device had no fix; they are left out."));
            return Optional.empty();
        }
        if (lat < SOUTH || lat > NORTH || lon < WEST || lon > EAST) {
            notes.add(Fault.of(
                    "outside-vietnam",
                    "lat",
                    "Tọa độ nằm ngoài lãnh thổ Việt Nam nên được bỏ qua; hãy kiểm tra ở nguồn.",
                    "The coordinates lie outside Vietnam and are left out; check them at the source."));
            return Optional.empty();
        }
        return Optional.of(new Location(lon, lat));
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
