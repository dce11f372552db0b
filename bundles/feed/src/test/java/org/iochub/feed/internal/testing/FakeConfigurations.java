package org.iochub.feed.internal.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.api.SettingKey;
import org.iochub.core.source.SourceConfiguration;
import org.iochub.core.source.SourceConfigurations;
import org.iochub.model.Fault;
import org.iochub.model.Text;

/** Configurations with one secret; a wrong address is the one mistake it knows. */
public final class FakeConfigurations implements SourceConfigurations {
    public final Map<String, Map<String, String>> written = new ConcurrentHashMap<>();

    @Override
    public Optional<SourceConfiguration> get(String id) {
        return Optional.of(new SourceConfiguration(
                "org.iochub.source-" + id + ".cfg",
                new TreeMap<>(Map.of(
                        "adapter",
                        "adapter-" + id,
                        "tenant",
                        "vinhlong",
                        "url",
                        "https://reports.example.vn",
                        "password",
                        SourceConfiguration.HIDDEN)),
                List.of(key("url", SettingKey.Kind.URI), key("password", SettingKey.Kind.SECRET))));
    }

    private static SettingKey key(String name, SettingKey.Kind kind) {
        return new SettingKey(
                name, kind, false, false, Text.of(name, name), "", "", Long.MIN_VALUE, Long.MAX_VALUE, "", List.of());
    }

    @Override
    public List<Fault> check(String id, Map<String, String> values) {
        return values.getOrDefault("url", "").startsWith("https://")
                ? List.of()
                : List.of(Fault.of("bad-setting", "url", "Địa chỉ sai.", "The address is wrong."));
    }

    @Override
    public List<Fault> change(String id, Map<String, String> values) {
        List<Fault> faults = check(id, values);
        if (faults.isEmpty()) {
            written.put(id, Map.copyOf(values));
        }
        return faults;
    }
}
