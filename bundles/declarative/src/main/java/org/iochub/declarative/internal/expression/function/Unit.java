package org.iochub.declarative.internal.expression.function;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.text.Nfc;

/**
 * A unit that numbers are converted from and to: UCUM codes, and the words of Vietnamese reports.
 *
 * @param dimension units of the same one convert into each other
 * @param factor how many of the dimension's base one of it is
 */
record Unit(String dimension, BigDecimal factor) {
    private static final Map<String, Unit> ALL = table();

    /** By name. */
    static Map<String, Unit> all() {
        return ALL;
    }

    private static Map<String, Unit> table() {
        Map<String, Unit> units = new LinkedHashMap<>();
        add(units, "money", "1", "[VND]", "VND", "đồng");
        add(units, "money", "1000", "nghìn đồng", "ngàn đồng");
        add(units, "money", "1000000", "triệu đồng");
        add(units, "money", "1000000000", "tỷ đồng", "tỉ đồng");
        add(units, "money", "1000000000000", "nghìn tỷ đồng", "ngàn tỷ đồng");
        add(units, "fraction", "1", "1", "fraction");
        add(units, "fraction", "0.01", "%");
        add(units, "fraction", "0.001", "[ppth]", "‰");
        add(units, "count", "1", "người", "{person}", "{count}");
        add(units, "count", "1000", "nghìn người", "ngàn người");
        add(units, "count", "1000000", "triệu người");
        add(units, "mass", "1", "g");
        add(units, "mass", "0.001", "mg");
        add(units, "mass", "0.000001", "ug", "µg");
        add(units, "mass", "1000", "kg");
        add(units, "mass", "100000", "tạ");
        add(units, "mass", "1000000", "t", "tấn");
        add(units, "mass", "1000000000", "nghìn tấn", "ngàn tấn");
        add(units, "concentration", "1", "mg/L", "mg/l", "g/m3");
        add(units, "concentration", "0.001", "ug/L", "µg/L", "ug/l", "µg/l", "mg/m3");
        add(units, "concentration", "0.000001", "ug/m3", "µg/m3");
        add(units, "concentration", "1000", "g/L", "g/l");
        add(units, "length", "1", "m");
        add(units, "length", "0.001", "mm");
        add(units, "length", "0.01", "cm");
        add(units, "length", "1000", "km");
        add(units, "surface", "1", "m2");
        add(units, "surface", "10000", "har", "ha");
        add(units, "surface", "1000000", "km2");
        add(units, "surface", "10000000", "nghìn ha", "ngàn ha");
        add(units, "volume", "1", "m3");
        add(units, "volume", "0.001", "L", "l", "lít");
        add(units, "volume", "1000000", "triệu m3");
        add(units, "flow", "1", "m3/h");
        add(units, "flow", "3600", "m3/s");
        add(units, "flow", "3.6", "L/s", "l/s");
        add(units, "time", "1", "s");
        add(units, "time", "60", "min", "phút");
        add(units, "time", "3600", "h", "giờ");
        add(units, "time", "86400", "d", "ngày");
        add(units, "energy", "1", "kW.h", "kWh");
        add(units, "energy", "1000", "MW.h", "MWh");
        add(units, "energy", "1000000", "triệu kWh", "GWh");
        add(units, "speed", "1", "km/h");
        add(units, "speed", "3.6", "m/s");
        return Map.copyOf(units);
    }

    private static void add(Map<String, Unit> units, String dimension, String factor, String... names) {
        for (String name : names) {
            units.put(name, new Unit(dimension, new BigDecimal(factor)));
        }
    }

    /**
     * The unit as a source wrote it.
     *
     * @param to what it is to be converted into
     * @throws FaultException {@code unknown-unit}
     */
    static Unit require(String written, Unit to) {
        String name = Nfc.of(Optional.ofNullable(written).orElse("")).strip();
        return Optional.ofNullable(ALL.get(name))
                .or(() -> Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT))))
                .filter(unit -> unit.dimension.equals(to.dimension))
                .orElseThrow(() -> FaultException.of(
                        "unknown-unit",
                        "",
                        "Không đổi được từ đơn vị «" + Shown.of(name) + "»; hãy xem bảng đơn vị trong tài liệu.",
                        "The unit «" + Shown.of(name) + "» cannot be converted; see the table of units."));
    }

    BigDecimal to(Unit other, BigDecimal value) {
        BigDecimal converted = value.multiply(factor).divide(other.factor, MathContext.DECIMAL128);
        BigDecimal plain = converted.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
