package org.iochub.routes.urbansecurity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.api.read.XmlElement;
import org.iochub.model.Fault;
import org.iochub.model.record.Location;

/** The point that stands for a circle or a polygon. A shape that cannot be read is no reason to lose an alert. */
final class Shapes {
    /** Vietnam, with the islands of Hoàng Sa and Trường Sa. */
    private static final double SOUTH = 6;

    private static final double NORTH = 24;
    private static final double WEST = 101;
    private static final double EAST = 118;
    private static final int LEAST_CORNERS = 4;

    private Shapes() {}

    /** Of the first area that has a shape: the circle's centre, else the polygon's centre of gravity. */
    static Optional<Location> locate(List<XmlElement> areas, List<Fault> notes) {
        for (XmlElement area : areas) {
            for (XmlElement circle : area.children("circle")) {
                return centre(circle.text(), notes);
            }
            for (XmlElement polygon : area.children("polygon")) {
                return gravity(polygon.text(), notes);
            }
        }
        return Optional.empty();
    }

    private static Optional<Location> centre(String circle, List<Fault> notes) {
        return point(circle.strip().split("\\s+")[0]).filter(Shapes::inVietnam).or(() -> left("circle", notes));
    }

    private static Optional<Location> gravity(String polygon, List<Fault> notes) {
        List<Location> corners = new ArrayList<>();
        for (String pair : polygon.strip().split("\\s+")) {
            Optional<Location> corner = point(pair).filter(Shapes::inVietnam);
            if (corner.isEmpty()) {
                return left("polygon", notes);
            }
            corners.add(corner.get());
        }
        boolean closed = corners.size() >= LEAST_CORNERS && corners.get(0).equals(corners.get(corners.size() - 1));
        return closed ? Optional.of(gravity(corners)) : left("polygon", notes);
    }

    private static Location gravity(List<Location> ring) {
        // Around its first corner, so that nothing is lost between large numbers.
        double x0 = ring.get(0).longitude();
        double y0 = ring.get(0).latitude();
        double twice = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            double x1 = ring.get(i).longitude() - x0;
            double y1 = ring.get(i).latitude() - y0;
            double x2 = ring.get(i + 1).longitude() - x0;
            double y2 = ring.get(i + 1).latitude() - y0;
            double cross = x1 * y2 - x2 * y1;
            twice += cross;
            x += (x1 + x2) * cross;
            y += (y1 + y2) * cross;
        }
        return twice == 0 ? ring.get(0) : new Location(x0 + x / (3 * twice), y0 + y / (3 * twice));
    }

    /** CAP writes latitude first. */
    private static Optional<Location> point(String pair) {
        String[] parts = pair.split(",", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Location(Double.parseDouble(parts[1]), Double.parseDouble(parts[0])))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean inVietnam(Location at) {
        return at.latitude() >= SOUTH && at.latitude() <= NORTH && at.longitude() >= WEST && at.longitude() <= EAST;
    }

    private static Optional<Location> left(String shape, List<Fault> notes) {
        notes.add(Fault.of(
                "impossible-location",
                "area." + shape,
                "Hình «" + shape + "» không đọc được, không khép kín hoặc nằm ngoài Việt Nam nên được bỏ qua; hãy kiểm"
                        + " tra ở nguồn, có thể kinh độ và vĩ độ bị đảo.",
                "The " + shape + " cannot be read, is not closed or lies outside Vietnam and is left out; check it at"
                        + " the source, latitude and longitude may be swapped."));
        return Optional.empty();
    }
}
