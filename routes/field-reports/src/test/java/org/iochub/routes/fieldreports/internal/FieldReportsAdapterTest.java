package org.iochub.routes.fieldreports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.iochub.api.Setting;
import org.junit.jupiter.api.Test;

/** What the adapter says of itself, its template and its README agree. */
class FieldReportsAdapterTest {
    @Test
    void everySettingIsDescribed() {
        assertThat(FieldReportsSettings.class.getRecordComponents())
                .allSatisfy(component ->
                        assertThat(component.getAnnotation(Setting.class)).isNotNull());
        assertThat(new FieldReportsAdapter().descriptor().settings()).isEqualTo(FieldReportsSettings.class);
        assertThat(new FieldReportsAdapter().descriptor().id()).isEqualTo("field-reports");
    }

    @Test
    void everySettingStandsInTheReadmeWithItsDefault() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (RecordComponent component : FieldReportsSettings.class.getRecordComponents()) {
            assertThat(readme).contains("`" + component.getName() + "`");
            assertThat(readme).contains(component.getAnnotation(Setting.class).byDefault());
        }
    }

    @Test
    void theTemplateHasEverySettingAndNoOther() throws IOException {
        List<String> keys = Files.readAllLines(Path.of("src/main/cfg/org.iochub.source-example.cfg")).stream()
                .filter(line -> line.matches("#?[A-Za-z]+ = .*"))
                .map(line -> line.replaceFirst("^#", "").replaceFirst(" = .*", ""))
                .filter(key -> !List.of("adapter", "tenant").contains(key))
                .toList();
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FieldReportsSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
