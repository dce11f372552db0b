package org.iochub.declarative.internal.format;

import java.util.List;
import java.util.Map;
import org.iochub.model.FaultException;

/**
 * What a polygon must be: rings of four positions or more that end where they begin. Which way round a ring goes is not
 * asked: many programs write it the other way than RFC 7946 wants.
 */
final class GeoJsonRings {
    private static final int LEAST = 4;

    private GeoJsonRings() {}

    /** @throws FaultException {@code bad-geometry} */
    static void check(Map<?, ?> geometry) {
        Object coordinates = geometry.get("coordinates");
        if ("Polygon".equals(geometry.get("type"))) {
            polygon(coordinates);
        } else if ("MultiPolygon".equals(geometry.get("type")) && coordinates instanceof List<?> polygons) {
            polygons.forEach(GeoJsonRings::polygon);
        } else if (geometry.get("geometries") instanceof List<?> parts) {
            parts.forEach(part -> {
                if (part instanceof Map<?, ?> one) {
                    check(one);
                }
            });
        }
    }

    private static void polygon(Object rings) {
        if (!(rings instanceof List<?> list) || list.isEmpty()) {
            throw bad();
        }
        for (Object ring : list) {
            if (!(ring instanceof List<?> positions)
                    || positions.size() < LEAST
                    || !positions.get(0).equals(positions.get(positions.size() - 1))) {
                throw bad();
            }
        }
    }

    private static FaultException bad() {
        return FaultException.of(
                "bad-geometry",
                "geometry",
                "Đa giác phải gồm các vòng khép kín, mỗi vòng ít nhất 4 điểm, điểm cuối trùng điểm đầu; hãy sửa ở nguồn.",
                "A polygon must be of closed rings of 4 positions or more, the last equal to the first; mend it at the"
                        + " source.");
    }
}
