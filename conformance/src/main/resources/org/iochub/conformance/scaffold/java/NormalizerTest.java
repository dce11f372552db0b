package org.iochub.routes.@package@.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;

/** What the fixtures do not show; './hub check' tries those. */
final class @Class@NormalizerTest {
    private static final String LINE = "{\"ma\":\"PA-1\",\"linhVuc\":\"GT01\",\"trangThai\":\"%s\","
            + "\"ngayGui\":\"%s\",\"ngayCapNhat\":\"2026-03-01 09:30\"}\n";

    private final Normalizer normalizer = new @Class@Adapter()
            .normalizer(TestSource.of(new @Class@Settings(List.of("moi=received")), AreaRegistry.builtIn()));

    @Test
    void aLineBecomesAReport() throws IOException {
        List<Change> changes = normalize(String.format(LINE, "moi", "2026-03-01 08:00"));

        assertThat(changes).singleElement().isInstanceOfSatisfying(Change.Upsert.class, upsert -> {
            CitizenReport report = (CitizenReport) upsert.data();
            assertThat(report.status()).isEqualTo(ReportStatus.RECEIVED);
            assertThat(report.requestedAt()).hasToString("2026-03-01T08:00+07:00");
        });
    }

    @Test
    void anUnknownStatusAndAnImpossibleDayAreRefusedAlone() throws IOException {
        List<Change> changes = normalize(String.format(LINE, "la", "2026-03-01 08:00")
                + String.format(LINE, "moi", "2026-02-30 08:00")
                + String.format(LINE, "moi", "2026-03-01 08:00"));

        assertThat(changes)
                .extracting(change -> change instanceof Change.Refusal refusal
                        ? refusal.fault().code()
                        : "taken")
                .containsExactly("unknown-code", "impossible-date", "taken");
    }

    private List<Change> normalize(String body) throws IOException {
        try (Stream<Change> changes = normalizer.normalize(TestMessage.of("reports.ndjson", body))) {
            return changes.toList();
        }
    }
}
