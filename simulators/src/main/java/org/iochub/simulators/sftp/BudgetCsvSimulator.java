package org.iochub.simulators.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/** A city's finance office that puts its budget as CSV on an SFTP server. History only. */
public final class BudgetCsvSimulator implements Simulator {
    private static final String PASSWORD = "simulated";
    private static final String USER = "tai-chinh";
    private static final String DIRECTORY = "bao-cao";

    private final Path directory = TemporaryDirectory.make("budget-csv");
    private final SftpHost host;

    /** The same seed gives the same figures. */
    public BudgetCsvSimulator(long seed) {
        try {
            Files.writeString(directory.resolve("password"), PASSWORD);
            Files.createDirectories(reports());
            for (Map.Entry<String, byte[]> file : new BudgetCsv(seed).files().entrySet()) {
                Files.write(reports().resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.host = new SftpHost(0, Map.of(USER, directory.resolve(USER)), PASSWORD);
    }

    @Override
    public String name() {
        return "finance-csv";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", name());
        settings.put("tenant", "quang-ngai-city");
        settings.put("host", "127.0.0.1");
        settings.put("port", Integer.toString(host.port()));
        settings.put("user", USER);
        settings.put("password", "file:" + directory.resolve("password").toAbsolutePath());
        settings.put("hostKey", host.hostKey());
        settings.put("directory", DIRECTORY);
        settings.put("area", "522");
        settings.put("settle", "1s");
        settings.put("every", "5s");
        return Map.of("finance-csv-quang-ngai-city", settings);
    }

    /** Where the files lie. */
    public Path reports() {
        return directory.resolve(USER).resolve(DIRECTORY);
    }

    @Override
    public void close() {
        host.close();
        TemporaryDirectory.remove(directory);
    }
}
