package org.iochub.routes.dossiers.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.model.number.NumberStyle;

/** Settings as a test wants them. */
final class TestSettings {
    ApplicantDialect applicantKinds = ApplicantDialect.CITIZEN1;
    Optional<String> statusMap = Optional.empty();
    Optional<String> areas = Optional.of("H48.15=51,000.00.53.H48=524,H48.53=21034@2025-07-01");

    static final String TOKEN = "bi-mat-7";
    Optional<StatusList> statusList = Optional.empty();
    Optional<URI> url = Optional.empty();
    Polled polled = Polled.DOSSIERS;
    Duration responseTimeout = Duration.ofSeconds(20);
    int pageSize = 20;
    int maxPages = 50;

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
                "NgayTiepNhanBoSung",
                statusList,
                url,
                polled,
                Optional.of(new Secret("env:TOKEN", () -> TOKEN)),
                List.of("capNhatTu", "trang", "soDong"),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                responseTimeout,
                pageSize,
                maxPages,
                1 << 20,
                Duration.ofDays(90),
                Duration.ofMinutes(10),
                Duration.ofDays(2),
                "02:00");
    }
}
