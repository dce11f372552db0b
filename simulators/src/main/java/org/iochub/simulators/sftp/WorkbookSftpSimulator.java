package org.iochub.simulators.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/** Departments of several places that put workbooks on one SFTP server, an account each. History only. */
public final class WorkbookSftpSimulator implements Simulator {
    private static final String PASSWORD = "simulated";
    private static final String DIRECTORY = "bao-cao";

    /**
     * @param id of the instance, and the account on the server
     * @param adapter the source that reads it
     * @param area code of the unit the figures are for, where the workbooks do not say it
     */
    private record Department(
            String id, String adapter, String tenant, Optional<String> area, Function<Long, List<SheetFile>> files) {}

    private static final List<Department> DEPARTMENTS = List.of(
            indicators("quang-nam", "49"),
            indicators("quang-ngai-city", "522"),
            schools("duc-pho", List.of("21439", "21451", "21478")),
            schools("quang-nam", List.of("20335", "20341", "20350")),
            schools("quang-ngai", List.of("21025", "21028", "21439")),
            budget("quang-nam", "49"),
            budget("quang-ngai", "51"),
            indicatorsOfThisYear("quang-ngai", "51"));

    private final Path directory = TemporaryDirectory.make("workbooks");
    private final Path passwordFile = directory.resolve("password");
    private final SftpHost host;

    /** The same seed gives the same figures. */
    public WorkbookSftpSimulator(long seed) {
        try {
            Files.writeString(passwordFile, PASSWORD);
            long own = seed;
            for (Department department : DEPARTMENTS) {
                Path reports = Files.createDirectories(home(department.id()).resolve(DIRECTORY));
                for (SheetFile file : department.files().apply(own++)) {
                    Files.write(reports.resolve(file.name()), file.content());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.host = new SftpHost(
                0, DEPARTMENTS.stream().map(Department::id).collect(Collectors.toMap(id -> id, this::home)), PASSWORD);
    }

    private static Department indicators(String tenant, String area) {
        return new Department(
                "socio-economic-" + tenant,
                "socio-economic",
                tenant,
                Optional.of(area),
                seed -> new MadeUpIndicators(seed).files());
    }

    /** The year whose figures would be known by now: a board of this year's plan has something to show. */
    private static Department indicatorsOfThisYear(String tenant, String area) {
        return new Department(
                "socio-economic-" + tenant,
                "socio-economic",
                tenant,
                Optional.of(area),
                seed -> new MadeUpIndicators(
                                seed,
                                LocalDate.now(ZoneOffset.ofHours(7))
                                        .minusMonths(6)
                                        .getYear())
                        .files());
    }

    private static Department schools(String tenant, List<String> communes) {
        return new Department(
                "education-" + tenant,
                "education",
                tenant,
                Optional.empty(),
                seed -> new MadeUpSchools(seed, "Phòng Giáo dục và Đào tạo", communes).files());
    }

    private static Department budget(String tenant, String area) {
        return new Department(
                "finance-" + tenant, "finance", tenant, Optional.of(area), seed -> new MadeUpBudget(seed).files());
    }

    @Override
    public String name() {
        return "workbooks";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        for (Department department : DEPARTMENTS) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("adapter", department.adapter());
            settings.put("tenant", department.tenant());
            settings.put("host", "127.0.0.1");
            settings.put("port", Integer.toString(port()));
            settings.put("user", department.id());
            settings.put("password", "file:" + passwordFile.toAbsolutePath());
            settings.put("hostKey", host.hostKey());
            settings.put("directory", DIRECTORY);
            department.area().ifPresent(area -> settings.put("area", area));
            settings.put("settle", "1s");
            settings.put("every", "5s");
            instances.put(department.id(), settings);
        }
        return instances;
    }

    public int port() {
        return host.port();
    }

    /** The directory of an account, by instance id. */
    public Path home(String account) {
        return directory.resolve(account);
    }

    @Override
    public void close() {
        host.close();
        TemporaryDirectory.remove(directory);
    }
}
