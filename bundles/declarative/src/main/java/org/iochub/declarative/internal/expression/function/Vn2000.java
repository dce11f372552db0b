package org.iochub.declarative.internal.expression.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.model.FaultException;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** One projection of VN-2000 and the way from it to WGS 84, by the seven official parameters. Thread-safe. */
final class Vn2000 {
    /** Decision 05/2007/QĐ-BTNMT; signs as PROJ wants them, which turns the position vector. */
    private static final String TO_WGS84 = " +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,"
            + "-0.00928836,0.01975479,-0.00427372,0.252906278 +units=m +no_defs";

    /** The central meridians of provinces, degrees and minutes, in zones three degrees wide. */
    private static final String[] MERIDIANS = {
        "103-00", "104-00", "104-30", "104-45", "105-00", "105-30", "105-45", "106-00", "106-15", "106-30", "107-00",
        "107-15", "107-30", "107-45", "108-00", "108-15", "108-30"
    };

    private static final Map<String, Vn2000> ZONES = build();

    private final CoordinateReferenceSystem projected;
    private final CoordinateReferenceSystem wgs84;

    private Vn2000(CRSFactory factory, String name, String parameters) {
        this.projected = factory.createFromParameters("VN-2000 " + name, parameters);
        this.wgs84 = factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
    }

    /** By name: {@code 107-45} and the like for three degrees, {@code UTM-48}, {@code UTM-49} for six. */
    static Map<String, Vn2000> zones() {
        return ZONES;
    }

    private static Map<String, Vn2000> build() {
        CRSFactory factory = new CRSFactory();
        Map<String, Vn2000> zones = new TreeMap<>();
        for (String name : MERIDIANS) {
            double meridian = Integer.parseInt(name.substring(0, 3)) + Integer.parseInt(name.substring(4)) / 60.0;
            zones.put(name, new Vn2000(factory, name, transverse(meridian, "0.9999")));
        }
        zones.put("UTM-48", new Vn2000(factory, "UTM-48", transverse(105, "0.9996")));
        zones.put("UTM-49", new Vn2000(factory, "UTM-49", transverse(111, "0.9996")));
        return Map.copyOf(zones);
    }

    private static String transverse(double meridian, String scale) {
        return "+proj=tmerc +lat_0=0 +lon_0=" + meridian + " +k=" + scale + " +x_0=500000 +y_0=0" + TO_WGS84;
    }

    /**
     * @param north x, metres
     * @param east y, metres
     * @return longitude and latitude, degrees
     * @throws FaultException {@code bad-coordinates} outside Vietnam
     */
    Map<String, Object> toWgs84(double north, double east) {
        if (north < 880_000 || north > 2_620_000 || east < 100_000 || east > 900_000) {
            throw FaultException.of(
                    "bad-coordinates",
                    "",
                    "Tọa độ VN-2000 x=" + north + ", y=" + east
                            + " nằm ngoài Việt Nam; x là hướng bắc, y là hướng đông, đơn vị mét.",
                    "The VN-2000 coordinates x=" + north + ", y=" + east
                            + " lie outside Vietnam; x goes north, y goes east, in metres.");
        }
        ProjCoordinate there = new ProjCoordinate();
        // The transformation keeps what it works on, so each has its own.
        new CoordinateTransformFactory()
                .createTransform(projected, wgs84)
                .transform(new ProjCoordinate(east, north), there);
        return Map.of("longitude", rounded(there.x), "latitude", rounded(there.y));
    }

    /** A ten-millionth of a degree is a centimetre. */
    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(7, RoundingMode.HALF_UP);
    }
}
