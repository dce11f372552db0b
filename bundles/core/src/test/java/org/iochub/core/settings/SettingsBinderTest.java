package org.iochub.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.core.settings.SettingsBinder.Result;
import org.iochub.model.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsBinderTest {
    enum Numbers {
        VI,
        EN_US
    }

    record Settings(
            @Setting(vi = "Địa chỉ", en = "Address", example = "http://may-chu:8080/")
            URI url,

            @Setting(vi = "Chu kỳ", en = "Period", byDefault = "5m")
            Duration every,

            @Setting(vi = "Cỡ trang", en = "Page size", byDefault = "100", min = 1, max = 1000)
            int pageSize,

            @Setting(vi = "Số", en = "Numbers", byDefault = "vi")
            Numbers numbers,

            @Setting(vi = "Trạm", en = "Stations") List<String> stations,
            @Setting(vi = "Mật khẩu", en = "Password") Optional<Secret> password,

            @Setting(vi = "Thẻ", en = "Tags", pattern = "[a-z]+")
            Optional<List<String>> tags) {}

    private final SettingsBinder<Settings> binder = new SettingsBinder<>(
            org.iochub.api.Settings.of(Settings.class),
            new SettingValues(new SecretResolver(name -> Optional.of("from " + name))));

    @Test
    void bindsEveryKindAndDefaults() {
        Settings settings =
                bound(Map.of("url", " http://a/ ", "stations", "a, b ,", "numbers", "en-us", "every", "90s"));

        assertThat(settings.url()).isEqualTo(URI.create("http://a/"));
        assertThat(settings.every()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.pageSize()).isEqualTo(100);
        assertThat(settings.numbers()).isEqualTo(Numbers.EN_US);
        assertThat(settings.stations()).containsExactly("a", "b");
        assertThat(settings.password()).isEmpty();
    }

    @Test
    void anAbsentListIsEmptyAndAnOptionalOneIsAbsent() {
        Settings absent = bound(Map.of("url", "http://a/"));
        assertThat(absent.stations()).isEmpty();
        assertThat(absent.tags()).isEmpty();

        Settings empty = bound(Map.of("url", "http://a/", "stations", " ", "tags", " "));
        assertThat(empty.stations()).isEmpty();
        assertThat(empty.tags()).isEmpty();
    }

    @Test
    void bindsOptionalSecretsAndLists() {
        Settings settings = bound(Map.of("url", "http://a/", "password", "env:PASSWORD", "tags", "a, b ,"));

        assertThat(settings.password().orElseThrow().reveal()).isEqualTo("from PASSWORD");
        assertThat(settings.tags()).hasValueSatisfying(tags -> assertThat(tags).containsExactly("a", "b"));
        assertThat(faults(Map.of("url", "http://a/", "tags", "a,B")))
                .extracting(Fault::where)
                .containsExactly("tags");
    }

    @Test
    void findsEveryMistakeAtOnceAndNamesItsKey() {
        List<Fault> faults = faults(Map.of("pageSize", "0", "every", "often", "numbers", "fr", "pasword", "x"));

        assertThat(faults).extracting(Fault::where).containsExactly("url", "every", "pageSize", "numbers", "pasword");
        assertThat(faults.get(0).message().en()).contains("«url»", "missing", "http://may-chu:8080/");
        assertThat(faults.get(2).message().vi()).contains("«0»", "từ 1 đến 1000");
        assertThat(faults.get(3).message().en()).contains("vi, en-us");
        assertThat(faults.get(4).message().en()).contains("perhaps «password»");
    }

    @Test
    void resolvesASecretOnlyWhenItIsUsed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secret");
        Settings settings = bound(Map.of("url", "http://a/", "password", "file:" + file));
        Files.writeString(file, "s3cret\n");

        assertThat(settings.password().orElseThrow().reveal()).isEqualTo("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void neverRepeatsASecretThatStandsInTheFile() {
        List<Fault> faults = faults(Map.of("url", "http://a/", "password", "hunter2"));

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).message().toString()).contains("env:").doesNotContain("hunter2");
    }

    private Settings bound(Map<String, String> values) {
        return ((Result.Bound<Settings>) binder.bind(values)).settings();
    }

    private List<Fault> faults(Map<String, String> values) {
        return ((Result.Wrong<Settings>) binder.bind(values)).faults();
    }
}
