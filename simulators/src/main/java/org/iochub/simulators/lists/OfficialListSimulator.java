package org.iochub.simulators.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/**
 * An office that puts the lists of areas and of organisations into folders, copied as people copy: slowly, then whole.
 * Names of organisations are real kinds of offices with made-up codes below the province's.
 */
public final class OfficialListSimulator implements Simulator {
    /** The folder of the list of areas. */
    public static final String AREAS = "areas";

    private final Path folders = TemporaryDirectory.make("lists");
    private final MadeUpOffices offices;
    private final Map<String, Map<String, String>> instances = new TreeMap<>();

    /** Lists of the five places; they change only when they are told to. */
    public OfficialListSimulator(long seed) {
        this.offices = new MadeUpOffices(seed);
        instances.put("areas", settings("areas", "quang-ngai", AREAS));
        put(AREAS, "areas-2025.csv", MadeUpAreas.LIST);
        organizations("quang-nam", "H47", "49");
        organizations("quang-ngai", "H48", "51");
        organizations("quang-ngai-city", "H48.60", "522");
        organizations("duc-pho", "H48.61", "534");
        organizations("phan-rang-thap-cham", "H43.60", "582");
    }

    private void organizations(String tenant, String code, String area) {
        instances.put("organizations-" + tenant, settings("organizations", tenant, tenant));
        put(tenant, "organizations.csv", offices.list(code, area));
    }

    private Map<String, String> settings(String adapter, String tenant, String folder) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", adapter);
        settings.put("tenant", tenant);
        settings.put("folder", folders.resolve(folder).toString());
        settings.put("every", "2s");
        return settings;
    }

    /** Where a list is put: {@link #AREAS} or a tenant. */
    public Path folder(String name) {
        return folders.resolve(name);
    }

    /** Puts a file, or another instead of it. */
    public void put(String folder, String name, String list) {
        try {
            Path into = Files.createDirectories(folders.resolve(folder));
            Path part = into.resolve("." + name + ".part");
            Files.write(part, list.getBytes(StandardCharsets.UTF_8));
            Files.move(part, into.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "official-lists";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        return Map.copyOf(instances);
    }

    @Override
    public void close() {
        TemporaryDirectory.remove(folders);
    }
}
