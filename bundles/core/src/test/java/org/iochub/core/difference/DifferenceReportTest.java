package org.iochub.core.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;

class DifferenceReportTest {
    private final DifferenceReport report = new DifferenceReport();

    @Test
    void countsRecordsAndChangesOfAField() {
        report.same();
        report.changed(
                "dossier", "a", List.of(change("steps/*/org", "/steps/0/org"), change("steps/*/org", "/steps/1/org")));
        report.changed("dossier", "b", List.of(change("steps/*/org", "/steps/0/org"), change("feeVnd", "/feeVnd")));
        report.changed("dossier", "c", List.of());

        assertThat(report.count(DifferenceKind.SAME)).isEqualTo(2);
        assertThat(report.count(DifferenceKind.CHANGED)).isEqualTo(2);
        assertThat(report.total()).isEqualTo(4);
        FieldDifference most = report.fields().get(0);
        assertThat(most.field()).isEqualTo("steps/*/org");
        assertThat(most.records()).isEqualTo(2);
        assertThat(most.changes()).isEqualTo(3);
        assertThat(most.examples()).extracting(DifferenceExample::record).containsExactly("a", "b");
        assertThat(report.fields()).hasSize(2);
    }

    @Test
    void keepsFewExamplesAndFieldsButCountsAll() {
        for (int i = 0; i < 1_000; i++) {
            report.changed("dossier", "r" + i, List.of(change("f" + i % 300, "/f")));
            report.onlyAfter("dossier", "n" + i);
            report.refusedAfter(fault("code" + i), "m" + i);
        }
        assertThat(report.fields()).hasSize(DifferenceReport.MOST_FIELDS);
        assertThat(report.fields().stream().mapToLong(FieldDifference::changes).sum() + report.otherChanges())
                .isEqualTo(1_000);
        assertThat(report.examples(DifferenceKind.ONLY_AFTER)).hasSize(DifferenceReport.MOST_EXAMPLES);
        assertThat(report.count(DifferenceKind.ONLY_AFTER)).isEqualTo(1_000);
        assertThat(report.refusals()).hasSize(100);
        assertThat(report.count(DifferenceKind.REFUSED_AFTER)).isEqualTo(1_000);
    }

    @Test
    void goesOnWhereItWasStored() {
        report.changed("dossier", "a", List.of(change("feeVnd", "/feeVnd")));
        report.onlyBefore("dossier", "gone");
        report.refusedAfter(fault("bad-date"), "m 3");
        report.refusedBefore(fault("bad-date"), "m 4");
        report.refusedBoth(fault("bad-date"), "m 5");
        report.tally("superseded", 3);

        DifferenceReport back = DifferenceReport.read(report.toJson());
        assertThat(back.toJson()).isEqualTo(report.toJson());
        for (DifferenceReport each : List.of(report, back)) {
            each.same();
            each.tally("superseded", 1);
            each.changed("dossier", "b", List.of(change("feeVnd", "/feeVnd")));
        }
        assertThat(back.toJson()).isEqualTo(report.toJson());
        assertThat(back.tally("superseded")).isEqualTo(4);
        assertThat(back.fields().get(0).examples()).hasSize(2);
        assertThat(back.refusals()).hasSize(3);
    }

    @Test
    void whatIsNoReportIsRefused() {
        assertThatThrownBy(() -> DifferenceReport.read("{\"x\":1}")).isInstanceOf(IllegalArgumentException.class);
    }

    private static FieldChange change(String field, String place) {
        return new FieldChange(
                field, place, Text.of("Tên", "Name"), false, Optional.of("before"), Optional.of("after"));
    }

    private static Fault fault(String code) {
        return Fault.of(code, "", "Sai.", "Wrong.");
    }
}
