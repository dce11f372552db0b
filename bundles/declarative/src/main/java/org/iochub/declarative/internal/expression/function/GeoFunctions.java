package org.iochub.declarative.internal.expression.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.Shown;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.FaultException;

/** Coordinates of the national system. */
final class GeoFunctions {
    private GeoFunctions() {}

    static List<Function> all() {
        return List.of(Function.of(
                "wgs84(x, y, 'zone')",
                3,
                3,
                "Tọa độ VN-2000 (x hướng bắc, y hướng đông, mét) đổi sang WGS 84: các trường longitude, latitude. zone"
                        + " là kinh tuyến trục múi 3 độ như 107-45, 108-00, hoặc UTM-48, UTM-49; có thể là một trường.",
                "VN-2000 coordinates (x north, y east, metres) on WGS 84: fields longitude, latitude. The zone is the"
                        + " central meridian of 3 degrees such as 107-45, 108-00, or UTM-48, UTM-49; it may be a field.",
                GeoFunctions::wgs84));
    }

    private static Evaluator wgs84(Arguments arguments) {
        Evaluator x = arguments.get(0);
        Evaluator y = arguments.get(1);
        Optional<NumberNotation> notation = arguments.tables().numbers();
        Evaluator zone = arguments.get(2);
        if (arguments.isLiteral(2)) {
            Vn2000 fixed = arguments.choice(2, Vn2000.zones());
            zone = scope -> fixed;
        }
        Evaluator of = zone;
        return scope -> {
            Number north = NumberFunctions.read(x.evaluate(scope), notation);
            Number east = NumberFunctions.read(y.evaluate(scope), notation);
            return north == null || east == null
                    ? null
                    : zone(of.evaluate(scope)).toWgs84(north.doubleValue(), east.doubleValue());
        };
    }

    private static Vn2000 zone(Object written) {
        if (written instanceof Vn2000 known) {
            return known;
        }
        String name = Values.empty(written) ? "" : Values.text(written).strip();
        Map<String, Vn2000> zones = Vn2000.zones();
        if (!zones.containsKey(name)) {
            String known = String.join(", ", zones.keySet().stream().sorted().toList());
            throw FaultException.of(
                    "unknown-zone",
                    "",
                    "Không có múi chiếu «" + Shown.of(name) + "»; các múi đã biết: " + known + ".",
                    "There is no zone «" + Shown.of(name) + "»; known zones: " + known + ".");
        }
        return zones.get(name);
    }
}
