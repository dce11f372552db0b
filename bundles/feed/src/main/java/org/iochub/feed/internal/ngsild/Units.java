package org.iochub.feed.internal.ngsild;

import java.util.Map;
import java.util.Optional;

/** UN/CEFACT codes of the UCUM units that have one; the UCUM code itself stays in the attribute {@code unit}. */
final class Units {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("%", "P1"),
            Map.entry("ug/m3", "GQ"),
            Map.entry("mg/m3", "GP"),
            Map.entry("mg/L", "M1"),
            Map.entry("Cel", "CEL"),
            Map.entry("km/h", "KMH"),
            Map.entry("m/s", "MTS"),
            Map.entry("m3/h", "MQH"),
            Map.entry("m3/s", "MQS"),
            Map.entry("m2", "MTK"),
            Map.entry("har", "HAR"),
            Map.entry("km", "KMT"),
            Map.entry("kg", "KGM"),
            Map.entry("t", "TNE"),
            Map.entry("d", "DAY"),
            Map.entry("h", "HUR"),
            Map.entry("[ppm]", "59"));

    private Units() {}

    static Optional<String> code(String ucum) {
        return Optional.ofNullable(CODES.get(ucum));
    }
}
