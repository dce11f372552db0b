package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JsonPointer;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.JsonLimits;
import org.iochub.model.FaultException;

/**
 * The features of a GeoJSON collection (RFC 7946): their properties, with {@code geometry}, {@code @id}, and the place
 * as {@code longitude} and {@code latitude} of a point, or {@code @centroid}, the middle of the bounds, of anything
 * else. The coordinate system that older files declare is {@code @crs}: its numbers are not turned into degrees here.
 */
final class GeoJsonFormat {
    private GeoJsonFormat() {}

    static RecordFormat compile(Options options) {
        JsonPointer records = JsonFormat.pointer(options, "/features");
        JsonLimits limits = JsonFormat.limits(options);
        JsonValues values = new JsonValues(limits);
        return message -> {
            Optional<String> crs = GeoJsonCrs.of(message, values);
            return new JsonFormat(records, limits, feature -> fields(feature, crs)).read(message);
        };
    }

    private static Map<String, Object> fields(Map<String, Object> feature, Optional<String> crs) {
        if (!"Feature".equals(feature.get("type"))) {
            throw FaultException.of(
                    "not-a-feature",
                    "type",
                    "Phần tử không phải Feature của GeoJSON; hãy kiểm tra records và cấu trúc mà nguồn gửi.",
                    "The element is no GeoJSON Feature; check records and the structure that the source sends.");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        if (feature.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, value) -> fields.put((String) name, value));
        }
        if (feature.containsKey("id")) {
            fields.put("@id", feature.get("id"));
        }
        GeoJsonCrs.name(feature.get("crs")).or(() -> crs).ifPresent(name -> fields.put("@crs", name));
        if (feature.get("geometry") instanceof Map<?, ?> geometry) {
            fields.put("geometry", geometry);
            GeoJsonRings.check(geometry);
            place(geometry, fields);
        }
        return Collections.unmodifiableMap(fields);
    }

    private static void place(Map<?, ?> geometry, Map<String, Object> fields) {
        Bounds bounds = new Bounds();
        bounds.take(geometry);
        if (!bounds.any()) {
            throw badGeometry();
        }
        if ("Point".equals(geometry.get("type"))) {
            fields.put("longitude", bounds.west);
            fields.put("latitude", bounds.south);
        } else {
            fields.put(
                    "@centroid",
                    Map.of(
                            "longitude",
                            middle(bounds.west, bounds.east),
                            "latitude",
                            middle(bounds.south, bounds.north)));
        }
    }

    private static BigDecimal middle(BigDecimal a, BigDecimal b) {
        BigDecimal middle = a.add(b).multiply(new BigDecimal("0.5")).stripTrailingZeros();
        return middle.scale() < 0 ? middle.setScale(0) : middle;
    }

    private static FaultException badGeometry() {
        return FaultException.of(
                "bad-geometry",
                "geometry",
                "geometry không có tọa độ đúng dạng [kinh độ, vĩ độ]; hãy sửa ở nguồn.",
                "The geometry has no coordinates of the form [longitude, latitude]; mend it at the source.");
    }

    /** The smallest box around every position. */
    private static final class Bounds {
        private BigDecimal west;
        private BigDecimal south;
        private BigDecimal east;
        private BigDecimal north;

        boolean any() {
            return west != null;
        }

        void take(Map<?, ?> geometry) {
            if (geometry.get("geometries") instanceof List<?> parts) {
                parts.forEach(part -> {
                    if (part instanceof Map<?, ?> one) {
                        take(one);
                    }
                });
            } else if (geometry.get("coordinates") instanceof List<?> coordinates) {
                take(coordinates);
            }
        }

        private void take(List<?> coordinates) {
            if (coordinates.size() >= 2 && !(coordinates.get(0) instanceof List<?>)) {
                widen(number(coordinates.get(0)), number(coordinates.get(1)));
                return;
            }
            for (Object inner : coordinates) {
                if (!(inner instanceof List<?> list)) {
                    throw badGeometry();
                }
                take(list);
            }
        }

        private static BigDecimal number(Object value) {
            if (value instanceof BigDecimal decimal) {
                return decimal;
            }
            if (value instanceof Long whole) {
                return BigDecimal.valueOf(whole);
            }
            throw badGeometry();
        }

        private void widen(BigDecimal longitude, BigDecimal latitude) {
            west = west == null ? longitude : west.min(longitude);
            east = east == null ? longitude : east.max(longitude);
            south = south == null ? latitude : south.min(latitude);
            north = north == null ? latitude : north.max(latitude);
        }
    }
}
