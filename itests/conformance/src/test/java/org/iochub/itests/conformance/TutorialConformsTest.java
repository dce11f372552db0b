package org.iochub.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.iochub.conformance.Kit;
import org.iochub.conformance.Report;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.adapter.Unusable;
import org.iochub.conformance.report.TextOutput;
import org.iochub.model.area.AreaFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/tutorial} says of {@code ./hub check} is so. */
final class TutorialConformsTest {
    private static final Path TUTORIAL = Clone.HOME.resolve("docs/tutorial");

    @ParameterizedTest
    @ValueSource(strings = {"mau-phan-anh", "mau-co-so", "mau-quan-trac", "mau-co-quan"})
    void everySourcePassesWithThePlacesOwnAreas(String source) throws Exception {
        try (Subject subject = Clone.subjects().open(TUTORIAL.resolve("sources").resolve(source))) {
            Report report = new Kit(AreaFolder.read(TUTORIAL.resolve("etc/areas"))).examine(subject);
            assertThat(report.passed())
                    .as(new TextOutput(Optional.empty()).of(report))
                    .isTrue();
        }
    }

    @Test
    void theWrongFileHasTheMistakesThatTheTextShows() throws Exception {
        String text = Files.readString(TUTORIAL.resolve("README.md"));
        Unusable refused = catchThrowableOfType(
                Unusable.class, () -> Clone.subjects().open(TUTORIAL.resolve("wrong/mau-quan-trac.yaml")));

        assertThat(refused.findings())
                .hasSize(4)
                .allSatisfy(finding -> assertThat(text)
                        .contains(finding.where() + ": " + finding.text().vi()));
    }
}
