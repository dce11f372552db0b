package org.iochub.routes.dossiers.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.code.DossierStatus;

/** The states of a source in the national list. */
final class StatusMap {
    private final Map<String, DossierStatus> states = new LinkedHashMap<>();

    /**
     * @param list what the source's codes mean; empty for the national list, or for nothing but the notation
     * @param notation {@code 0=1,1=2}: codes of the source that the list lacks or means otherwise
     */
    StatusMap(Optional<StatusList> list, Optional<String> notation) {
        if (list.isPresent() || notation.isEmpty()) {
            states.putAll(list.orElse(StatusList.NATIONAL).states());
        }
        Set<String> said = new HashSet<>();
        for (String entry : notation.map(text -> List.of(text.split(","))).orElse(List.of())) {
            String[] pair = entry.strip().split("=", 2);
            if (pair.length != 2 || !pair[1].strip().matches("10|[1-9]") || !said.add(pair[0].strip())) {
                throw FaultException.of(
                        "bad-setting",
                        "statusMap",
                        "«" + entry + "» phải là một mã của nguồn, dấu = và một số từ 1 đến 10, mỗi mã một lần; như"
                                + " «0=1».",
                        "«" + entry + "» must be a code of the source, = and a number from 1 to 10, each code once;"
                                + " like «0=1».");
            }
            states.put(pair[0].strip(), DossierStatus.of(Integer.parseInt(pair[1].strip())));
        }
    }

    DossierStatus of(String code, String where) {
        DossierStatus status = states.get(code);
        if (status == null) {
            String known = String.join(", ", states.keySet());
            throw FaultException.of(
                    "unknown-code",
                    where,
                    "Trạng thái «" + Shown.of(code) + "» không có trong danh mục đã khai (" + known
                            + "); hãy khai nghĩa của nó ở statusMap.",
                    "Status «" + Shown.of(code) + "» is not in the list as configured (" + known
                            + "); say what it means in statusMap.");
        }
        return status;
    }
}
