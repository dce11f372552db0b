package org.iochub.routes.traffic.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.api.read.XmlElement;
import org.iochub.model.Fault;
import org.iochub.model.record.Location;

/** Reads coordinates: what cannot be a place in Vietnam is left out, because an accident counts without it too. */
final class Points {
    /** Vietnam, with the islands of Hoàng Sa and Trường Sa. */
    private static final double SOUTH = 6;

    private static final double NORTH = 24;
    private static final double WEST = 101;
    private static final double EAST = 118;

    private Points() {}

    /** The first element of that name below the element, at any depth. */
    static Optional<XmlElement> find(XmlElement element, String name) {
        for (XmlElement child : element.children()) {
            Optional<XmlElement> found = child.name().equals(name) ? Optional.of(child) : find(child, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Optional<Location> read(Optional<String> latitude, Optional<String> longitude, List<Fault> notes) {
        try {
            double lat = Double.parseDouble(latitude.orElse(""));
            double lon = Double.parseDouble(longitude.orElse(""));
            if (lat >= SOUTH && lat <= NORTH && lon >= WEST && lon <= EAST) {
                return Optional.of(new Location(lon, lat));
            }
        } catch (NumberFormatException e) {
            // Falls through to the same note.
        }
        notes.add(Fault.of(
                "impossible-location",
                "pointCoordinates",
                "Tọa độ không đọc được hoặc nằm ngoài Việt Nam nên được bỏ qua; hãy kiểm tra ở nguồn.",
                "The coordinates cannot be read or lie outside Vietnam and are left out; check them at the source."));
        return Optional.empty();
    }
}
