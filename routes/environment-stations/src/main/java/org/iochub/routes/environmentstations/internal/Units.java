package org.iochub.routes.environmentstations.internal;

import java.util.Map;
import org.iochub.model.FaultException;
import org.iochub.model.text.Nfc;

/** Units as stations write them, and their UCUM codes. */
final class Units {
    private static final String ACIDITY = "[pH]";

    private final Map<String, String> table = Table.load("units.properties");

    /** The UCUM code; pH alone may come without a unit. */
    String ucum(String unit, String property) {
        String written = simple(unit);
        if (property.equals("pH") && (written.isEmpty() || written.equals("-"))) {
            return ACIDITY;
        }
        String code = table.get(written);
        if (code == null) {
            throw FaultException.of(
                    "unknown-unit",
                    "unit",
                    "Đơn vị đo «" + unit + "» của thông số «" + property
                            + "» chưa có trong bảng đổi sang UCUM; hãy sửa ở trạm hoặc bổ sung bảng đơn vị.",
                    "The unit «" + unit + "» of «" + property
                            + "» is not in the table of UCUM codes; mend it at the station or add it to the table.");
        }
        return code;
    }

    /** One spelling for what looks alike: no spaces, one micro sign, plain exponents. */
    static String simple(String unit) {
        return Nfc.of(unit.strip())
                .replace(" ", "")
                .replace("\u00a0", "")
                .replace('\u03bc', 'µ')
                .replace('²', '2')
                .replace('³', '3')
                .replace('⁻', '-')
                .replace('º', '°')
                .replace("℃", "°C");
    }
}
