package org.iochub.simulators.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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

/**
 * An Open311 (GeoReport v2) server with the field reports of two authorities, told apart by {@code jurisdiction_id}. It
 * answers {@code requests.json} with {@code updated_after}, {@code start_date}, {@code page} and {@code page_size},
 * earliest update first unless told otherwise.
 */
public final class Open311Simulator implements Simulator {
    public static final String QUANG_NAM = "quang-nam";
    public static final String PHAN_RANG = "phan-rang";

    private static final int AT_FIRST = 130;
    private static final int PER_TIE = 8;

    private record Entry(String jurisdiction, Instant updated, Map<String, Object> report) {
        String id() {
            return report.get("service_request_id").toString();
        }
    }

    private final Map<String, MadeUpReports> writers;
    private final Random random;
    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Runnable> afterPage = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Site site;
    private final ScheduledExecutorService growth = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-citizens");
        thread.setDaemon(true);
        return thread;
    });
    private boolean latestFirst;
    private volatile boolean paused;
    private Instant latest;

    /** A server that gains a report or a change every two seconds. */
    public Open311Simulator(long seed) {
        this(seed, Clock.systemUTC());
        growth.scheduleWithFixedDelay(this::live, 2, 2, TimeUnit.SECONDS);
    }

    /** A server that changes only when it is told to. */
    public Open311Simulator(long seed, Clock clock) {
        this.random = new Random(seed);
        this.writers = Map.of(QUANG_NAM, new MadeUpReports(seed + 1), PHAN_RANG, new MadeUpReports(seed + 2));
        this.clock = clock;
        this.latest = now().minus(10, ChronoUnit.DAYS);
        for (int i = 0; i < AT_FIRST; i++) {
            // Groups that share one second, so that equal update times lie across the end of a page.
            if (i % PER_TIE == 0) {
                latest = latest.plus(5 + random.nextInt(60), ChronoUnit.MINUTES);
            }
            add(QUANG_NAM, latest);
            add(PHAN_RANG, latest);
        }
        this.site = new Site(this::answer);
    }

    @Override
    public String name() {
        return "field-reports";
    }

    /** Where the server's {@code requests.json} lies. */
    public URI url() {
        return site.address().resolve("open311/v2/");
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put("field-reports-quang-nam", settings("quang-nam", QUANG_NAM, "49;48"));
        instances.put("field-reports-phan-rang", settings("phan-rang-thap-cham", PHAN_RANG, "58;56"));
        return instances;
    }

    private Map<String, String> settings(String tenant, String jurisdiction, String within) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", "field-reports");
        settings.put("tenant", tenant);
        settings.put("url", url().toString());
        settings.put("jurisdiction", jurisdiction);
        settings.put("within", within);
        settings.put("period", "5s");
        settings.put("pageSize", "50");
        settings.put("statusList", "extended");
        settings.put("statusFields", "extended_status,status");
        return settings;
    }

    /** How many requests came in. */
    public long requests() {
        return site.requests();
    }

    /** The ids of an authority's reports as they stand now, broken ones included. */
    public synchronized List<String> ids(String jurisdiction) {
        return entries.stream()
                .filter(entry -> entry.jurisdiction().equals(jurisdiction))
                .map(Entry::id)
                .sorted()
                .toList();
    }

    /** New reports, each updated a second after the one before. */
    public synchronized List<String> grow(String jurisdiction, int reports) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            latest = later();
            ids.add(add(jurisdiction, latest));
        }
        return ids;
    }

    /** A report that becomes visible only now, with an update time before the latest one. */
    public synchronized String commitLate(String jurisdiction, Duration before) {
        return add(jurisdiction, latest.minus(before));
    }

    /** Changes the status notes of a report, which moves it to the latest update time. */
    public synchronized void correct(String id) {
        Entry old = entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
        latest = later();
        Map<String, Object> report = new LinkedHashMap<>(old.report());
        report.put("status_notes", "Đã kiểm tra lại lúc " + MadeUpReports.offset(latest));
        report.put("updated_datetime", MadeUpReports.offset(latest));
        entries.remove(old);
        entries.add(new Entry(old.jurisdiction(), latest, report));
    }

    /** Runs once, after the page of that number was answered. */
    public void afterPage(int page, Runnable what) {
        afterPage.put(page, what);
    }

    public synchronized void latestFirst(boolean yes) {
        latestFirst = yes;
    }

    /** Stops growing by itself, or goes on. */
    public void pause(boolean yes) {
        paused = yes;
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    /** Misbehaves from that page on. */
    public void misbehave(Misbehaviour misbehaviour, int fromPage) {
        site.misbehave(misbehaviour, asked -> page(asked) >= fromPage);
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
    }

    private synchronized void live() {
        if (paused) {
            return;
        }
        String jurisdiction = random.nextBoolean() ? QUANG_NAM : PHAN_RANG;
        switch (random.nextInt(6)) {
            case 0 -> commitLate(jurisdiction, Duration.ofSeconds(30 + random.nextInt(240)));
            case 1, 2 -> {
                List<String> ids = ids(jurisdiction);
                correct(ids.get(random.nextInt(ids.size())));
            }
            default -> grow(jurisdiction, 1);
        }
    }

    private String add(String jurisdiction, Instant updated) {
        Place place = jurisdiction.equals(QUANG_NAM) ? Place.TAM_KY : Place.PHAN_RANG;
        Entry entry = new Entry(jurisdiction, updated, writers.get(jurisdiction).next(jurisdiction, place, updated));
        entries.add(entry);
        return entry.id();
    }

    private Instant later() {
        Instant next = latest.plusSeconds(1);
        return next.isAfter(now()) ? next : now();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Answer answer(Site.Asked asked) throws IOException {
        if (!asked.path().endsWith("/requests.json")) {
            return Answer.html(404, "Không có trang này");
        }
        byte[] body;
        try {
            body = json.writeValueAsBytes(page(asked, page(asked)));
        } catch (RuntimeException e) {
            return Answer.html(400, "Tham số sai");
        }
        Runnable after = afterPage.remove(page(asked));
        if (after != null) {
            after.run();
        }
        return Answer.ok("application/json; charset=utf-8", body);
    }

    private synchronized List<Map<String, Object>> page(Site.Asked asked, int page) {
        int size = Integer.parseInt(asked.query().getOrDefault("page_size", "50"));
        Instant after = OffsetDateTime.parse(asked.query()
                        .getOrDefault(
                                "updated_after", asked.query().getOrDefault("start_date", "2000-01-01T00:00:00Z")))
                .toInstant();
        Comparator<Entry> order = Comparator.comparing(Entry::updated);
        return entries.stream()
                .filter(entry -> entry.jurisdiction().equals(asked.query().getOrDefault("jurisdiction_id", QUANG_NAM)))
                .filter(entry -> !entry.updated().isBefore(after))
                .sorted((latestFirst ? order.reversed() : order).thenComparing(Entry::id))
                .skip((page - 1L) * size)
                .limit(size)
                .map(Entry::report)
                .collect(Collectors.toList());
    }

    private static int page(Site.Asked asked) {
        return Integer.parseInt(asked.query().getOrDefault("page", "1"));
    }
}
