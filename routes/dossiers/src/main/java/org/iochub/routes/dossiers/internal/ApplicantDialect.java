package org.iochub.routes.dossiers.internal;

import java.util.Map;
import java.util.TreeMap;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.code.ApplicantKind;

/** Two systems number {@code LoaiDoiTuong} in two ways: 1 is a citizen here and a business there. */
public enum ApplicantDialect {
    CITIZEN1(Map.of("1", ApplicantKind.CITIZEN, "2", ApplicantKind.BUSINESS)),
    CITIZEN0(Map.of(
            "0", ApplicantKind.CITIZEN,
            "1", ApplicantKind.BUSINESS,
            "2", ApplicantKind.HOUSEHOLD_BUSINESS));

    private final Map<String, ApplicantKind> kinds;

    ApplicantDialect(Map<String, ApplicantKind> kinds) {
        this.kinds = kinds;
    }

    ApplicantKind of(String code) {
        ApplicantKind kind = kinds.get(code);
        if (kind == null) {
            String known = String.join(", ", new TreeMap<>(kinds).keySet());
            throw FaultException.of(
                    "unknown-code",
                    "LoaiDoiTuong",
                    "Loại đối tượng «" + Shown.of(code) + "» không có trong danh mục của nguồn (" + known
                            + "); hãy kiểm tra applicantKinds hoặc sửa ở nguồn.",
                    "Kind of applicant «" + Shown.of(code) + "» is not in the source's list (" + known
                            + "); check applicantKinds or mend it at the source.");
        }
        return kind;
    }
}
