package org.iochub.routes.dossiers.internal;

import java.util.Optional;
import org.iochub.model.number.NumberStyle;

/** Settings as a test wants them. */
final class TestSettings {
    ApplicantDialect applicantKinds = ApplicantDialect.CITIZEN1;
    Optional<String> statusMap = Optional.empty();
    Optional<String> areas = Optional.of("H48.15=51,000.00.53.H48=524,H48.53=21034@2025-07-01");

    DossiersSettings build() {
        return new DossiersSettings(
                applicantKinds,
                statusMap,
                areas,
                40,
                NumberStyle.VI,
                "NgayCapNhat",
                "DanhSachHoSoLienThong",
                "SoTien",
                "NgayBoSung",
                "NgayTiepNhanBoSung");
    }
}
