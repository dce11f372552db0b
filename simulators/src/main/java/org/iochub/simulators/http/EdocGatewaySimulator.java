package org.iochub.simulators.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/**
 * A provincial document gateway («trục liên thông văn bản») with the boxes of two authorities, told apart by
 * {@code X-SystemId}. It answers {@code v1/receivedEdocs} with {@code from} (milliseconds, inclusive), {@code page} and
 * {@code pageSize}, earliest received first, and {@code v1/edoc/{id}}.
 */
public final class EdocGatewaySimulator implements Simulator {
    public static final String DUC_PHO = "ioc-duc-pho";
    public static final String QUANG_NGAI_CITY = "ioc-quang-ngai-city";
    public static final String SECRET = "khoa-mo-phong";

    private static final int AT_FIRST = 60;
    private static final int PER_TIE = 4;
    private static final Map<String, String> ORGANS =
            Map.of(DUC_PHO, "000.00.58.H48", QUANG_NGAI_CITY, "000.00.51.H48");

    private record Entry(String box, String id, Instant received, byte[] edoc) {}

    private final Map<String, MadeUpDocuments> writers;
    private final Random random;
    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Runnable> afterDocument = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Path directory = TemporaryDirectory.make("edoc");
    private final Path secretFile = directory.resolve("secret");
    private final Site site;
    private final ScheduledExecutorService growth = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-offices");
        thread.setDaemon(true);
        return thread;
    });
    private Instant latest;
    private int ids;

    /** A gateway that receives a message every three seconds. */
    public EdocGatewaySimulator(long seed) {
        this(seed, Clock.systemUTC());
        growth.scheduleWithFixedDelay(this::live, 3, 3, TimeUnit.SECONDS);
    }

    /** A gateway that changes only when it is told to. */
    public EdocGatewaySimulator(long seed, Clock clock) {
        this.random = new Random(seed);
        this.writers = Map.of(DUC_PHO, new MadeUpDocuments(seed + 1), QUANG_NGAI_CITY, new MadeUpDocuments(seed + 2));
        this.clock = clock;
        this.latest = now().minus(10, ChronoUnit.DAYS);
        for (int i = 0; i < AT_FIRST; i++) {
            // Groups that share one moment, so that equal times lie across the end of a page.
            if (i % PER_TIE == 0) {
                latest = latest.plus(20 + random.nextInt(120), ChronoUnit.MINUTES);
            }
            add(DUC_PHO, latest);
            add(QUANG_NGAI_CITY, latest);
        }
        try {
            Files.writeString(secretFile, SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.site = new Site(this::answer);
    }

    @Override
    public String name() {
        return "documents";
    }

    /** Where {@code v1/receivedEdocs} lies. */
    public URI url() {
        return site.address().resolve("api/");
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put("documents-duc-pho", settings("duc-pho", DUC_PHO, "534@2025-06-30;51"));
        instances.put("documents-quang-ngai-city", settings("quang-ngai-city", QUANG_NGAI_CITY, "522@2025-06-30;51"));
        return instances;
    }

    private Map<String, String> settings(String tenant, String box, String area) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", "documents");
        settings.put("tenant", tenant);
        settings.put("url", url().toString());
        settings.put("systemId", box);
        settings.put("secretKey", "file:" + secretFile.toAbsolutePath());
        settings.put("area", area);
        settings.put("period", "5s");
        settings.put("pageSize", "25");
        return settings;
    }

    /** How many requests came in. */
    public long requests() {
        return site.requests();
    }

    /** The gateway's ids of a box, earliest received first. */
    public synchronized List<String> ids(String box) {
        return inOrder(box).stream().map(Entry::id).toList();
    }

    /** New messages, each a second after the one before. */
    public synchronized List<String> grow(String box, int messages) {
        List<String> grown = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            latest = later();
            grown.add(add(box, latest));
        }
        return grown;
    }

    /** A message that becomes visible only now, received before the latest one. */
    public synchronized String commitLate(String box, Duration before) {
        return add(box, latest.minus(before));
    }

    /** A message of the test's own. */
    public synchronized String receive(String box, byte[] edoc) {
        latest = later();
        return add(box, latest, edoc);
    }

    /** Runs once, after the document of that id was answered. */
    public void afterDocument(String id, Runnable what) {
        afterDocument.put(id, what);
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    /** Misbehaves when the path ends like that. */
    public void misbehave(Misbehaviour misbehaviour, String path) {
        site.misbehave(misbehaviour, asked -> asked.path().endsWith(path));
    }

    /** Stops listening. */
    public void down() {
        site.down();
    }

    /** Listens again, at the same address. */
    public void up() {
        site.up();
    }

    @Override
    public void close() {
        growth.shutdownNow();
        site.close();
        TemporaryDirectory.remove(directory);
    }

    private synchronized void live() {
        String box = random.nextBoolean() ? DUC_PHO : QUANG_NGAI_CITY;
        if (random.nextInt(6) == 0) {
            commitLate(box, Duration.ofSeconds(30 + random.nextInt(240)));
        } else {
            grow(box, 1);
        }
    }

    private String add(String box, Instant received) {
        byte[] edoc = writers.get(box).next(ORGANS.get(box), received).getBytes(StandardCharsets.UTF_8);
        return add(box, received, edoc);
    }

    private String add(String box, Instant received, byte[] edoc) {
        String id = String.format("%08d", ++ids);
        entries.add(new Entry(box, id, received, edoc));
        return id;
    }

    private Instant later() {
        Instant next = latest.plusSeconds(1);
        return next.isAfter(now()) ? next : now();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private synchronized List<Entry> inOrder(String box) {
        return entries.stream()
                .filter(entry -> entry.box().equals(box))
                .sorted(Comparator.comparing(Entry::received).thenComparing(Entry::id))
                .toList();
    }

    private Answer answer(Site.Asked asked) throws IOException {
        String box = asked.headers().getOrDefault("x-systemid", "");
        if (!ORGANS.containsKey(box) || !SECRET.equals(asked.headers().get("x-secretkey"))) {
            return Answer.html(401, "Sai khóa");
        }
        if (asked.path().endsWith("/v1/receivedEdocs")) {
            return Answer.ok(
                    "application/json; charset=utf-8", json.writeValueAsBytes(Map.of("data", page(asked, box))));
        }
        String id = asked.path().substring(asked.path().lastIndexOf('/') + 1);
        for (Entry entry : inOrder(box)) {
            if (entry.id().equals(id)) {
                Runnable after = afterDocument.remove(id);
                if (after != null) {
                    after.run();
                }
                return Answer.ok("application/xml; charset=utf-8", entry.edoc());
            }
        }
        return Answer.html(404, "Không có văn bản này");
    }

    private List<Map<String, Object>> page(Site.Asked asked, String box) {
        long from = Long.parseLong(asked.query().getOrDefault("from", "0"));
        int page = Integer.parseInt(asked.query().getOrDefault("page", "1"));
        int size = Integer.parseInt(asked.query().getOrDefault("pageSize", "50"));
        return inOrder(box).stream()
                .filter(entry -> entry.received().toEpochMilli() >= from)
                .skip((page - 1L) * size)
                .limit(size)
                .map(EdocGatewaySimulator::listed)
                .collect(Collectors.toList());
    }

    private static Map<String, Object> listed(Entry entry) {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("id", entry.id());
        listed.put("receivedTime", entry.received().toEpochMilli());
        return listed;
    }
}
