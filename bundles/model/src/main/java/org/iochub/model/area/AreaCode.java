package org.iochub.model.area;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;
import org.iochub.model.record.Level;

/** Codes of units as spreadsheets damage them: numbers instead of digits, so {@code 4.0} for 04. */
public final class AreaCode {
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,5})(?:[.,]0+)?\\s*");

    private AreaCode() {}

    /**
     * The code of a unit of a level (two digits for provinces, three for districts, five for communes: Decision
     * 124/2004/QĐ-TTg), with its leading zeros back.
     *
     * @throws FaultException {@code bad-area-code} when it is no whole number or too long for the level
     */
    public static String fromSpreadsheet(String written, Level level) {
        int digits = switch (level) {
            case PROVINCE -> 2;
            case DISTRICT -> 3;
            case COMMUNE -> 5;
            case CENTRAL -> throw new IllegalArgumentException("no codes at the central level");
        };
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches() || matcher.group(1).length() > digits) {
            throw FaultException.of(
                    "bad-area-code",
                    "",
                    "«" + written + "» không phải mã đơn vị hành chính gồm " + digits + " chữ số.",
                    "\"" + written + "\" is not a code of an administrative unit of " + digits + " digits.");
        }
        return "0".repeat(digits - matcher.group(1).length()) + matcher.group(1);
    }
}
