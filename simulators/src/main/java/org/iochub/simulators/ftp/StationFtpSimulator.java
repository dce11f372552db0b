package org.iochub.simulators.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/** The environment stations of two provinces behind one FTP server. */
public final class StationFtpSimulator implements Simulator {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PASSWORD = "simulated";
    private static final Map<String, List<Station>> STATIONS = stations();

    private final Path directory;
    private final boolean temporary;
    private final FtpHost host;
    private final StationHistory live;
    private final Path passwordFile;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stations");
        thread.setDaemon(true);
        return thread;
    });

    /** History only, in a temporary directory. */
    public StationFtpSimulator(long seed) {
        this(seed, Optional.empty(), Optional.empty());
    }

    /**
     * @param where the server's files; a temporary directory when empty
     * @param every how often each station sends on; never when empty
     */
    public StationFtpSimulator(long seed, Optional<Path> where, Optional<Duration> every) {
        this.temporary = where.isEmpty();
        this.directory = where.orElseGet(() -> TemporaryDirectory.make("stations"));
        this.live = new StationHistory(seed + 1);
        this.passwordFile = directory.resolve("password");
        StationHistory history = new StationHistory(seed);
        try {
            Files.createDirectories(directory);
            Files.writeString(passwordFile, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        STATIONS.forEach((tenant, stations) -> history.files(stations).forEach(file -> put(home(tenant), file)));
        this.host = new FtpHost(
                0, STATIONS.keySet().stream().collect(Collectors.toMap(tenant -> tenant, this::home)), PASSWORD);
        every.ifPresent(pause -> schedule.scheduleWithFixedDelay(
                this::sendNow, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Map<String, List<Station>> stations() {
        Map<String, List<Station>> stations = new LinkedHashMap<>();
        stations.put("quang-ngai", Station.QUANG_NGAI);
        stations.put("da-nang", Station.DA_NANG);
        return stations;
    }

    @Override
    public String name() {
        return "environment-stations";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        STATIONS.forEach((tenant, stations) -> {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("adapter", name());
            settings.put("tenant", tenant);
            settings.put("url", "ftp://127.0.0.1:" + port() + "/");
            settings.put("username", tenant);
            settings.put("password", "file:" + passwordFile.toAbsolutePath());
            settings.put("pollEvery", "5s");
            settings.put("stableFor", "1s");
            settings.put("numbers", "en");
            settings.put("stations", stations.stream().map(Station::setting).collect(Collectors.joining(",")));
            instances.put("environment-" + tenant, settings);
        });
        return instances;
    }

    public int port() {
        return host.port();
    }

    /** The directory of a tenant's stations on the server. */
    public Path home(String tenant) {
        return directory.resolve(tenant);
    }

    /** One more cycle of every station, as of now. */
    public void sendNow() {
        LocalDateTime now = LocalDateTime.now(VIETNAM).withNano(0);
        STATIONS.forEach((tenant, stations) -> stations.forEach(
                station -> put(home(tenant), StationFile.of(station, now, live.records(station, now, "00")))));
    }

    /** Appears whole: loggers that rename behave so. */
    private static void put(Path home, StationFile file) {
        try {
            Path place = Files.createDirectories(home.resolve(file.directory()));
            Path upload = place.resolve("." + file.name());
            Files.write(upload, file.content());
            Files.move(upload, place.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        host.close();
        if (temporary) {
            TemporaryDirectory.remove(directory);
        }
    }
}
