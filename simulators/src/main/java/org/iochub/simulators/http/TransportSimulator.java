package org.iochub.simulators.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.iochub.simulators.Simulator;

/** A bus operator's GTFS file and a department's list of road works, both with ETag and Last-Modified. */
public final class TransportSimulator implements Simulator {
    private static final String TIMETABLE = "gtfs.zip";
    private static final String WORKS = "road-works.json";
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int AT_FIRST = 30;
    private static final int MOST_WORKS = 60;

    private final long seed;
    private final Clock clock;
    private final LocalDate from;
    private final Site site;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong notModified = new AtomicLong();
    private final Map<String, Map<String, Object>> works = new LinkedHashMap<>();
    private final ScheduledExecutorService growth = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-transport");
        thread.setDaemon(true);
        return thread;
    });
    private int stops = AT_FIRST;
    private int turn;
    private Instant timetableChanged;
    private Instant worksChanged;

    /** Servers on which a work begins or ends every five seconds. */
    public TransportSimulator(long seed) {
        this(seed, Clock.systemUTC());
        growth.scheduleWithFixedDelay(this::live, 5, 5, TimeUnit.SECONDS);
    }

    /** Servers that change only when they are told to. */
    public TransportSimulator(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
        this.timetableChanged = now().minus(1, ChronoUnit.DAYS);
        this.worksChanged = now().minus(1, ChronoUnit.DAYS);
        this.from = LocalDate.ofInstant(now(), VIETNAM);
        for (int i = 0; i < 3; i++) {
            addWork();
        }
        put("W-LA", "mở tiệc", "none");
        this.site = new Site(this::answer);
    }

    @Override
    public String name() {
        return "transport";
    }

    public URI timetable() {
        return site.address().resolve(TIMETABLE);
    }

    public URI roadWorks() {
        return site.address().resolve(WORKS);
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", name());
        settings.put("tenant", "quang-ngai");
        settings.put("url", timetable().toString());
        settings.put("roadWorksUrl", roadWorks().toString());
        settings.put("area", "51");
        settings.put("period", "10s");
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put("transport-quang-ngai", settings);
        return instances;
    }

    /** How often somebody was told that nothing had changed. */
    public long notModified() {
        return notModified.get();
    }

    /** Publishes a timetable with so many stops, a minute later than the one before. */
    public synchronized void publish(int stopsNow) {
        stops = stopsNow;
        timetableChanged = timetableChanged.plusSeconds(60);
    }

    /** Serves a file of the past again, as a mirror may. */
    public synchronized void rollBack(int stopsThen) {
        stops = stopsThen;
        timetableChanged = timetableChanged.minusSeconds(3_600);
    }

    /** A new work. @return its id */
    public synchronized String addWork() {
        String id = "W-%03d".formatted(works.size() + 1);
        put(id, "active", works.size() % 2 == 0 ? "partial" : "full");
        return id;
    }

    /** A work comes to its end. */
    public synchronized void finish(String id) {
        put(id, "finished", "none");
    }

    /** Works come until there are enough; from then on the same ones end and begin again. */
    private synchronized void live() {
        if (works.size() < MOST_WORKS) {
            addWork();
            return;
        }
        String id = "W-%03d".formatted(1 + turn % 3);
        if (turn++ / 3 % 2 == 0) {
            finish(id);
        } else {
            put(id, "active", "partial");
        }
    }

    private void put(String id, String status, String closure) {
        worksChanged = worksChanged.plusSeconds(1);
        OffsetDateTime updated = worksChanged.atOffset(VIETNAM);
        Map<String, Object> work = new LinkedHashMap<>();
        work.put("id", id);
        work.put("title", "Sửa mặt đường Mẫu, đoạn " + id);
        work.put("status", status);
        work.put("closure", closure);
        work.put("startsAt", from.atStartOfDay().atOffset(VIETNAM).toString());
        work.put("endsAt", from.plusDays(10).atStartOfDay().atOffset(VIETNAM).toString());
        work.put("updatedAt", updated.toString());
        work.put("lat", Place.QUANG_NGAI_CITY.latitude());
        work.put("lon", Place.QUANG_NGAI_CITY.longitude());
        works.put(id, work);
    }

    /** Misbehaves on the timetable only. */
    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> asked.path().endsWith(TIMETABLE));
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private synchronized Answer answer(Site.Asked asked) throws IOException {
        boolean timetable = asked.path().endsWith(TIMETABLE);
        if (!timetable && !asked.path().endsWith(WORKS)) {
            return Answer.html(404, "Không có trang này");
        }
        Instant changed = timetable ? timetableChanged : worksChanged;
        String etag = "\"" + changed.getEpochSecond() + "-" + stops + "\"";
        Map<String, String> headers = Map.of(
                "ETag",
                etag,
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(changed.atOffset(ZoneOffset.UTC)));
        String type = timetable ? "application/zip" : "application/json";
        if (etag.equals(asked.headers().get("if-none-match"))) {
            notModified.incrementAndGet();
            return new Answer(304, type, headers, new byte[0]);
        }
        byte[] body = timetable
                ? MadeUpTimetable.zip(seed, stops, from)
                : json.writeValueAsBytes(Map.of("roadWorks", works.values()));
        return new Answer(200, type, headers, body);
    }
}
