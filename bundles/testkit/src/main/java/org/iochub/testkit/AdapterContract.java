package org.iochub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Setting;
import org.iochub.api.Settings;
import org.iochub.api.SourceAdapter;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;

/**
 * What an adapter says of itself, its template and its README agree. A test class of each adapter extends this and runs
 * in the adapter's folder, where the build runs it.
 *
 * @param <S> the adapter's settings
 */
public abstract class AdapterContract<S extends Record> {
    private static final Path README = Path.of("README.md");
    private static final Path TEMPLATES = Path.of("src/main/cfg");
    /** The keys of a template that are the hub's own. */
    private static final List<String> OF_THE_HUB = List.of("adapter", "tenant");

    private final SourceAdapter<S> adapter;
    private final String id;
    private final Class<S> settings;
    private final Path template;

    /**
     * @param id what the adapter is to call itself: configurations that are in use name it
     * @param settings what it is to be configured with
     */
    protected AdapterContract(SourceAdapter<S> adapter, String id, Class<S> settings) {
        this(adapter, id, settings, "org.iochub.source-example.cfg");
    }

    /** @param template the file of its example, where a bundle brings several adapters */
    protected AdapterContract(SourceAdapter<S> adapter, String id, Class<S> settings, String template) {
        this.adapter = adapter;
        this.id = id;
        this.settings = settings;
        this.template = TEMPLATES.resolve(template);
    }

    @Test
    public void theDescriptorIsCompleteAndBilingual() {
        AdapterDescriptor<S> descriptor = adapter.descriptor();

        assertThat(descriptor.id()).isEqualTo(id);
        assertThat(descriptor.settings().keys()).isEqualTo(Settings.of(settings).keys());
        assertThat(descriptor.recordTypes()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(List.of(descriptor.title(), descriptor.description(), descriptor.versionKey()))
                .allSatisfy(AdapterContract::isBilingual);
    }

    @Test
    public void everySettingIsDescribed() {
        assertThat(settings.getRecordComponents()).allSatisfy(component -> {
            Setting setting = component.getAnnotation(Setting.class);
            assertThat(setting).as(component.getName()).isNotNull();
            isBilingual(Text.of(setting.vi(), setting.en()));
        });
    }

    @Test
    public void everySettingStandsInTheReadmeWithItsDefault() throws IOException {
        String readme = Files.readString(README);
        for (RecordComponent component : settings.getRecordComponents()) {
            assertThat(readme).contains("`" + component.getName() + "`");
            assertThat(readme).contains(component.getAnnotation(Setting.class).byDefault());
        }
    }

    @Test
    public void theTemplateHasEverySettingAndNoOther() throws IOException {
        List<String> lines = Files.readAllLines(template);
        List<String> keys = lines.stream()
                .filter(line -> line.matches("#?[A-Za-z]+ = .*"))
                .map(line -> line.replaceFirst("^#", "").replaceFirst(" = .*", ""))
                .filter(key -> !OF_THE_HUB.contains(key))
                .toList();

        assertThat(lines).contains("adapter = " + id);
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(Stream.of(settings.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static void isBilingual(Text text) {
        assertThat(text.vi()).isNotBlank().isNotEqualTo(text.en());
        assertThat(text.en()).isNotBlank();
        assertThat(Normalizer.isNormalized(text.vi(), Normalizer.Form.NFC))
                .as(text.vi())
                .isTrue();
    }
}
