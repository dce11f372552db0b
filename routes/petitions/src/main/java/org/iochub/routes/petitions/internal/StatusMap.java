package org.iochub.routes.petitions.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iochub.model.FaultException;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.ReportStatus;

/** Reads the setting {@code statusMap}. */
final class StatusMap {
    private StatusMap() {}

    /**
     * @param pairs {@code source=shared}
     * @throws FaultException {@code bad-setting}
     */
    static CodeMap<ReportStatus> parse(List<String> pairs) {
        Map<String, ReportStatus> meanings = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            ReportStatus shared = Optional.of(equals)
                    .filter(at -> at > 0)
                    .flatMap(at -> shared(pair.substring(at + 1).strip()))
                    .orElseThrow(() -> bad(pair));
            meanings.put(pair.substring(0, equals).strip(), shared);
        }
        return CodeMap.of("TrangThai", meanings);
    }

    private static Optional<ReportStatus> shared(String code) {
        return Arrays.stream(ReportStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst();
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
