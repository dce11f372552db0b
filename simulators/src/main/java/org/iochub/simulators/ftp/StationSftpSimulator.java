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
import org.iochub.simulators.sftp.SftpHost;

/** A province's fleet of stations behind one SFTP server, a folder each. The last one of them never says anything. */
public final class StationSftpSimulator implements Simulator {
    /** The account on the server, and the tenant. */
    public static final String ACCOUNT = "quang-ngai";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PASSWORD = "simulated";
    private static final int STATIONS = 12;

    private final Path directory = TemporaryDirectory.make("station-fleet");
    private final Path passwordFile = directory.resolve("password");
    private final List<Station> stations = Station.fleet(STATIONS);
    private final SftpHost host;
    private final StationHistory live;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "station-fleet");
        thread.setDaemon(true);
        return thread;
    });

    /** @param every how often each station sends on; never when empty */
    public StationSftpSimulator(long seed, Optional<Duration> every) {
        this.live = new StationHistory(seed + 1);
        try {
            Files.createDirectories(home());
            Files.writeString(passwordFile, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new StationHistory(seed).files(talking().subList(0, 1)).forEach(this::put);
        sendNow();
        this.host = new SftpHost(0, Map.of(ACCOUNT, home()), PASSWORD);
        every.ifPresent(pause -> schedule.scheduleWithFixedDelay(
                this::sendNow, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public String name() {
        return "environment-stations-sftp";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", "environment-stations");
        settings.put("tenant", ACCOUNT);
        settings.put("url", "sftp://127.0.0.1:" + host.port() + "/");
        settings.put("hostKey", host.hostKey());
        settings.put("username", ACCOUNT);
        settings.put("password", "file:" + passwordFile.toAbsolutePath());
        settings.put("pollEvery", "5s");
        settings.put("stableFor", "1s");
        settings.put("silentAfter", "2m");
        settings.put("numbers", "en");
        settings.put("stations", stations.stream().map(Station::setting).collect(Collectors.joining(",")));
        return Map.of("environment-fleet-quang-ngai", settings);
    }

    /** The one that never says anything. */
    public String silent() {
        return stations.get(STATIONS - 1).code();
    }

    /** The account's directory on the server. */
    public Path home() {
        return directory.resolve(ACCOUNT);
    }

    /** One more cycle of every station but one, as of now. */
    public void sendNow() {
        LocalDateTime now = LocalDateTime.now(VIETNAM).withNano(0);
        talking().forEach(station -> put(StationFile.of(station, now, live.records(station, now, "00"))));
    }

    private List<Station> talking() {
        return stations.subList(0, STATIONS - 1);
    }

    /** Appears whole: loggers that rename behave so. */
    private void put(StationFile file) {
        try {
            Path place = Files.createDirectories(home().resolve(file.directory()));
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
        TemporaryDirectory.remove(directory);
    }
}
