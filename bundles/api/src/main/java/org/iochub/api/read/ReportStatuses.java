package org.iochub.api.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iochub.model.FaultException;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.ReportStatus;

/** Reads a setting that says what a source's statuses of citizen reports mean. */
public final class ReportStatuses {
    private ReportStatuses() {}

    /**
     * @param setting its key
     * @param field of the source that holds a status, for faults
     * @param pairs {@code source=shared}
     * @throws FaultException {@code bad-setting}
     */
    public static CodeMap<ReportStatus> parse(String setting, String field, List<String> pairs) {
        Map<String, ReportStatus> meanings = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            ReportStatus shared = Optional.of(equals)
                    .filter(at -> at > 0)
                    .flatMap(at -> shared(pair.substring(at + 1).strip()))
                    .orElseThrow(() -> bad(setting, pair));
            meanings.put(pair.substring(0, equals).strip(), shared);
        }
        return CodeMap.of(field, meanings);
    }

    private static Optional<ReportStatus> shared(String code) {
        return Arrays.stream(ReportStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    private static FaultException bad(String setting, String pair) {
        String codes =
                Arrays.stream(ReportStatus.values()).map(ReportStatus::code).collect(Collectors.joining(", "));
        return FaultException.of(
                "bad-setting",
                setting,
                "«" + pair + "» trong " + setting + " phải có dạng nguồn=chung, với trạng thái chung là một trong: "
                        + codes + ".",
                "\"" + pair + "\" in " + setting + " must read source=shared, with a shared status out of: " + codes
                        + ".");
    }
}
