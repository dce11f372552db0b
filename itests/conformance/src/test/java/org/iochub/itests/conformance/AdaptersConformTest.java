package org.iochub.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.conformance.Kit;
import org.iochub.conformance.Report;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.catalogue.Catalogue;
import org.iochub.conformance.report.TextOutput;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever stands under {@code routes/} passes {@code ./hub check}. */
final class AdaptersConformTest {
    @TestFactory
    Stream<DynamicTest> everyAdapterPasses() throws IOException {
        return Catalogue.adapters(Clone.HOME).stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> passes(folder)));
    }

    @Test
    void theAdaptersAreFound() throws IOException {
        List<String> names = Catalogue.adapters(Clone.HOME).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();

        assertThat(names).contains("dossiers", "environment-stations", "field-reports", "online-media");
    }

    private static void passes(Path folder) throws Exception {
        try (Subject subject = Clone.subjects().open(folder)) {
            Report report = new Kit().examine(subject);
            assertThat(report.passed())
                    .as(new TextOutput(Optional.empty()).of(report))
                    .isTrue();
        }
    }
}
