package org.iochub.routes.fieldreports.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iochub.model.FaultException;
import org.iochub.model.code.ReportStatus;

/** The statuses of one source, translated as its configuration says; nothing is guessed. */
final class StatusMap {
    private final Map<String, ReportStatus> byStatus = new HashMap<>();

    /**
     * @param pairs {@code source=shared}
     * @throws FaultException {@code bad-setting}
     */
    StatusMap(List<String> pairs) {
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            ReportStatus shared = Optional.of(equals)
                    .filter(at -> at > 0)
                    .flatMap(at -> shared(pair.substring(at + 1).strip()))
                    .orElseThrow(() -> bad(pair));
            byStatus.put(key(pair.substring(0, equals)), shared);
        }
    }

    /**
     * @throws FaultException {@code unknown-code}
     */
    ReportStatus shared(String status, String field) {
        return Optional.ofNullable(byStatus.get(key(status))).orElseThrow(() -> unknown(status, field));
    }

    private static Optional<ReportStatus> shared(String code) {
        return Arrays.stream(ReportStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    private static String key(String status) {
        return status.strip().toLowerCase(Locale.ROOT);
    }

    private static FaultException unknown(String status, String field) {
        String shown = status.length() > 64 ? status.substring(0, 64) + "…" : status;
        return FaultException.of(
                "unknown-code",
                field,
                "Trạng thái «" + shown + "» chưa có trong statusMap; hãy bổ sung vào cấu hình rồi xử lý lại.",
                "The status \"" + shown + "\" is not in statusMap; add it to the settings and replay.");
    }

    private static FaultException bad(String pair) {
        String codes =
                Arrays.stream(ReportStatus.values()).map(ReportStatus::code).collect(Collectors.joining(", "));
        return FaultException.of(
                "bad-setting",
                "statusMap",
                "«" + pair + "» trong statusMap phải có dạng nguồn=chung, với trạng thái chung là một trong: " + codes
                        + ".",
                "\"" + pair + "\" in statusMap must read source=shared, with a shared status out of: " + codes + ".");
    }
}
