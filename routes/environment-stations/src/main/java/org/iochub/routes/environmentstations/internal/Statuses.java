package org.iochub.routes.environmentstations.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.model.FaultException;
import org.iochub.model.code.ObservationStatus;

/** The Circular's three states, and those an instance was told about. */
final class Statuses {
    private final Map<String, ObservationStatus> known = new TreeMap<>(Map.of(
            "00", ObservationStatus.NORMAL,
            "01", ObservationStatus.CALIBRATING,
            "02", ObservationStatus.DEVICE_ERROR));

    Statuses(Optional<String> extra) {
        extra.ifPresent(list -> Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(this::add));
    }

    private void add(String entry) {
        String[] pair = entry.split("=", 2);
        Optional<ObservationStatus> meaning = Arrays.stream(ObservationStatus.values())
                .filter(status ->
                        pair.length == 2 && status.code().equals(pair[1].strip().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (meaning.isEmpty() || known.putIfAbsent(pair[0].strip(), meaning.get()) != null) {
            throw FaultException.of(
                    "bad-setting",
                    "extraStatuses",
                    "«" + entry
                            + "» phải là một mã mới và normal, calibrating hoặc device-error, như «03=device-error».",
                    "«" + entry + "» must be a new code and normal, calibrating or device-error, like"
                            + " «03=device-error».");
        }
    }

    ObservationStatus of(String code) {
        ObservationStatus status = known.get(code);
        if (status == null) {
            throw FaultException.of(
                    "unknown-code",
                    "status",
                    "Mã trạng thái «" + code + "» không có nghĩa đã biết (" + String.join(", ", known.keySet())
                            + "); hãy hỏi đơn vị vận hành trạm rồi khai ở extraStatuses.",
                    "Status code «" + code + "» has no known meaning (known: " + String.join(", ", known.keySet())
                            + "); ask who runs the station and say it in extraStatuses.");
        }
        return status;
    }
}
