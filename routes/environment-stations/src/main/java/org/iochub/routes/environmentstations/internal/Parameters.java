package org.iochub.routes.environmentstations.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;

/** What stations measure: the symbols of the Circular, and the names some loggers write instead. */
final class Parameters {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,+\\-()/%]{0,63}");

    private final Map<String, String> table = Table.load("parameters.properties");

    /** The symbol in its one spelling; empty for a name the table does not know. */
    Optional<String> known(String name) {
        return Optional.ofNullable(table.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Refuses what cannot be the name of a parameter. */
    static String require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw FaultException.of(
                    "bad-parameter",
                    "parameter",
                    "«" + shown(name) + "» không thể là tên một thông số; hãy kiểm tra tệp mà trạm gửi.",
                    "«" + shown(name) + "» cannot be the name of a parameter; check the file that the station sends.");
        }
        return name;
    }

    private static String shown(String name) {
        return name.length() > 80 ? name.substring(0, 80) + "…" : name;
    }
}
