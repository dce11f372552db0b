package org.iochub.core.source.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iochub.api.SettingKey;
import org.iochub.core.source.SourceConfiguration;
import org.iochub.core.source.SourceConfigurations;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files {@code org.iochub.source-<instance>.cfg} as people see and change them. */
final class SourceFiles implements SourceConfigurations {
    private static final Logger LOG = LoggerFactory.getLogger(SourceFiles.class);
    private static final int LONGEST = 10_000;

    private final Path etc;
    private final Function<String, Optional<SourceConfig>> configs;
    private final Function<SourceConfig, Plan> plans;
    private final Function<String, Optional<AdapterRuntime>> adapters;

    /** @param etc the folder that the container watches */
    SourceFiles(
            Path etc,
            Function<String, Optional<SourceConfig>> configs,
            Function<SourceConfig, Plan> plans,
            Function<String, Optional<AdapterRuntime>> adapters) {
        this.etc = etc;
        this.configs = configs;
        this.plans = plans;
        this.adapters = adapters;
    }

    @Override
    public Optional<SourceConfiguration> get(String id) {
        return configs.apply(id).map(config -> {
            Set<String> secrets = secrets(config);
            Map<String, String> shown = new TreeMap<>(config.values());
            shown.replaceAll(
                    (key, value) -> secrets.contains(key) && !value.isBlank() ? SourceConfiguration.HIDDEN : value);
            return new SourceConfiguration(file(id), shown, keys(config));
        });
    }

    @Override
    public List<Fault> check(String id, Map<String, String> values) {
        SourceConfig now = existing(id);
        return faults(now, wanted(now, values));
    }

    @Override
    public synchronized List<Fault> change(String id, Map<String, String> values) {
        SourceConfig now = existing(id);
        Map<String, String> wanted = wanted(now, values);
        List<Fault> faults = faults(now, wanted);
        if (faults.isEmpty()) {
            write(id, now.values(), wanted);
        }
        return faults;
    }

    private SourceConfig existing(String id) {
        return configs.apply(id)
                .orElseThrow(() -> FaultException.of(
                        "unknown-source", id, "Không có nguồn «" + id + "».", "There is no source «" + id + "»."));
    }

    /** Secrets that were sent as they are shown are what they were. */
    private Map<String, String> wanted(SourceConfig now, Map<String, String> values) {
        Map<String, String> wanted = new TreeMap<>(values);
        wanted.replaceAll((key, value) ->
                value.equals(SourceConfiguration.HIDDEN) ? now.values().getOrDefault(key, "") : value.strip());
        wanted.values().removeIf(String::isEmpty);
        return wanted;
    }

    private List<Fault> faults(SourceConfig now, Map<String, String> wanted) {
        List<Fault> faults = new ArrayList<>();
        wanted.forEach((key, value) -> {
            boolean changed = !value.equals(now.values().get(key));
            if (changed && (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl))) {
                faults.add(Fault.of(
                        "bad-setting",
                        key,
                        "Giá trị của «" + key + "» phải nằm trên một dòng, tối đa " + LONGEST + " ký tự.",
                        "The value of «" + key + "» must be one line of " + LONGEST + " characters at most."));
            } else if (changed && value.contains("${")) {
                // The container would fill in what the hub's process knows, such as its keys.
                faults.add(Fault.of(
                        "bad-setting",
                        key,
                        "Giá trị của «" + key + "» không được chứa ${…}; viết giá trị thật, hoặc sửa trong tệp.",
                        "The value of «" + key + "» must not hold ${…}; write the value itself, or edit the file."));
            }
        });
        if (faults.isEmpty()
                && plans.apply(new SourceConfig(now.id(), now.file(), wanted)) instanceof Plan.Wrong wrong) {
            faults.addAll(wrong.faults());
        }
        return faults;
    }

    private void write(String id, Map<String, String> before, Map<String, String> after) {
        Path target = etc.resolve(file(id));
        Path part = etc.resolve("." + file(id) + ".part");
        try {
            String text = Files.exists(target) ? Files.readString(target) : "";
            Files.writeString(part, new ConfigText(text).changed(before, after));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} could not be written: {}", target, e.toString());
            throw FaultException.of(
                    "not-writable",
                    id,
                    "Không ghi được tệp " + file(id) + "; xem nhật ký của hub.",
                    "The file " + file(id) + " could not be written; see the hub's log.");
        }
    }

    private static String file(String id) {
        return "org.iochub.source-" + id + ".cfg";
    }

    private List<SettingKey> keys(SourceConfig config) {
        return config.adapter()
                .flatMap(adapters)
                .map(runtime -> runtime.adapter().descriptor().settings().keys())
                .orElse(List.of());
    }

    /** While the adapter is away nothing tells which keys are secret, so all of its keys are. */
    private Set<String> secrets(SourceConfig config) {
        List<SettingKey> keys = keys(config);
        return keys.isEmpty()
                ? config.adapterValues().keySet()
                : keys.stream()
                        .filter(key -> key.kind() == SettingKey.Kind.SECRET)
                        .map(SettingKey::name)
                        .collect(Collectors.toSet());
    }
}
