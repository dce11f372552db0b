package org.iochub.routes.transport.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.record.Location;

/** Coordinates as written: what cannot be a place is refused, what cannot be this place is left out. */
final class Places {
    /** With the islands of Hoàng Sa and Trường Sa. */
    private static final double SOUTH = 6;

    private static final double NORTH = 24;
    private static final double WEST = 101;
    private static final double EAST = 118;

    private Places() {}

    /** @throws FaultException {@code impossible-location} */
    static Optional<Location> read(String longitude, String latitude, String field, List<Fault> notes) {
        double lon = degrees(longitude, 180, field);
        double lat = degrees(latitude, 90, field);
        if (lat < SOUTH || lat > NORTH || lon < WEST || lon > EAST) {
            notes.add(Fault.of(
                    "outside-vietnam",
                    field,
                    "Tọa độ nằm ngoài lãnh thổ Việt Nam nên được bỏ qua; hãy kiểm tra ở nguồn.",
                    "The coordinates lie outside Vietnam and are left out; check them at the source."));
            return Optional.empty();
        }
        return Optional.of(new Location(lon, lat));
    }

    private static double degrees(String text, int most, String field) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        // Written so that NaN fails too.
        if (!(Math.abs(value) <= most)) {
            throw FaultException.of(
                    "impossible-location",
                    field,
                    "Tọa độ phải là số độ thập phân (dấu chấm), vĩ độ đến ±90, kinh độ đến ±180; hãy sửa ở nguồn.",
                    "Coordinates must be decimal degrees (with a point), latitude to ±90, longitude to ±180; mend them"
                            + " at the source.");
        }
        return value;
    }
}
