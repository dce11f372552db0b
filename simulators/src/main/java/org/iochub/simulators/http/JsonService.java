package org.iochub.simulators.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.iochub.simulators.Simulator;

/**
 * A REST service that gives its entries as JSON, page by page, those changed since a moment, earliest change first.
 * Groups of entries share one second, so that equal times lie across the end of a page.
 */
abstract class JsonService implements Simulator {
    private static final int AT_FIRST = 120;
    private static final int PER_TIE = 7;

    /**
     * How the service is asked and answers.
     *
     * @param tenant whose demonstration reads it
     * @param since reads the moment in a request
     * @param envelope what stands around the entries
     */
    record Api(
            String name,
            String tenant,
            String path,
            String pageParameter,
            String sizeParameter,
            String sinceParameter,
            Function<String, Instant> since,
            Function<List<Map<String, Object>>, Object> envelope) {}

    /** Makes entry {@code n} (from 1) as it stands after {@code stage} changes; the same each time for one seed. */
    @FunctionalInterface
    interface Writer {
        Map<String, Object> write(int n, int stage, Random random, Instant created, Instant updated);
    }

    private record Entry(int n, int stage, Instant created, Instant updated, Map<String, Object> content) {}

    private final Api api;
    private final Writer writer;
    private final long seed;
    private final Random random;
    private final Clock clock;
    private final Map<Integer, Entry> entries = new TreeMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Site site;
    private volatile Optional<Duration> busy = Optional.empty();
    private final ScheduledExecutorService growth = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-json-service");
        thread.setDaemon(true);
        return thread;
    });

    JsonService(Api api, Writer writer, long seed, Clock clock) {
        this.api = api;
        this.writer = writer;
        this.seed = seed;
        this.random = new Random(seed);
        this.clock = clock;
        Instant updated = now().minus(10, ChronoUnit.DAYS);
        for (int n = 1; n <= AT_FIRST; n++) {
            if (n % PER_TIE == 0) {
                updated = updated.plus(5 + random.nextInt(60), ChronoUnit.MINUTES);
            }
            put(n, 0, updated, updated);
        }
        this.site = new Site(this::answer);
    }

    /** Something happens so often from now on. */
    final void live(Duration pause) {
        growth.scheduleWithFixedDelay(this::happen, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public final String name() {
        return api.name();
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        return Map.of(
                api.name() + "-" + api.tenant(),
                Map.of("adapter", api.name(), "tenant", api.tenant(), "url", url().toString(), "period", "5s"));
    }

    /** Where the service lies, without a slash at the end. */
    public final URI url() {
        return URI.create(site.address() + api.name());
    }

    /** A new entry, or a change of an old one. */
    public final synchronized void happen() {
        if (random.nextInt(3) == 0) {
            grow(1);
        } else {
            change(1 + random.nextInt(entries.size()));
        }
    }

    /** So many new entries. */
    public final synchronized void grow(int more) {
        for (int i = 0; i < more; i++) {
            put(entries.size() + 1, 0, now(), now());
        }
    }

    /** Entry {@code n}, from 1, changes. */
    public final synchronized void change(int n) {
        Entry old = entries.get(n);
        put(n, old.stage() + 1, old.created(), now());
    }

    /** A new entry that becomes visible only now, with a change time in the past. */
    public final synchronized void commitLate(Duration before) {
        put(entries.size() + 1, 0, now().minus(before), now().minus(before));
    }

    /** From now on answers 429 with so long a pause, or, when empty, as it should. */
    public final void busy(Optional<Duration> pause) {
        busy = pause;
    }

    /** How many requests came in. */
    public final long requests() {
        return site.requests();
    }

    /** How many entries there are. */
    public final synchronized int count() {
        return entries.size();
    }

    public final void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    /** Misbehaves from that page on. */
    public final void misbehave(Misbehaviour misbehaviour, int fromPage) {
        site.misbehave(
                misbehaviour,
                asked -> Integer.parseInt(asked.query().getOrDefault(api.pageParameter(), "1")) >= fromPage);
    }

    public final void down() {
        site.down();
    }

    public final void up() {
        site.up();
    }

    @Override
    public final void close() {
        growth.shutdownNow();
        site.close();
    }

    private void put(int n, int stage, Instant created, Instant updated) {
        Map<String, Object> content = writer.write(n, stage, new Random(seed * 31 + n), created, updated);
        entries.put(n, new Entry(n, stage, created, updated, content));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Answer answer(Site.Asked asked) throws IOException {
        if (!asked.path().equals("/" + api.name() + api.path())) {
            return Answer.html(404, "Không có trang này");
        }
        if (busy.isPresent()) {
            String seconds = Long.toString(busy.get().toSeconds());
            return new Answer(429, "text/plain", Map.of("Retry-After", seconds), new byte[0]);
        }
        try {
            return Answer.ok(
                    "application/json", json.writeValueAsBytes(api.envelope().apply(page(asked.query()))));
        } catch (RuntimeException e) {
            return Answer.html(400, "Tham số sai");
        }
    }

    private synchronized List<Map<String, Object>> page(Map<String, String> query) {
        int size = Integer.parseInt(query.getOrDefault(api.sizeParameter(), "50"));
        int page = Integer.parseInt(query.getOrDefault(api.pageParameter(), "1"));
        String since = query.get(api.sinceParameter());
        Instant from = since == null ? Instant.MIN : api.since().apply(since);
        return entries.values().stream()
                .filter(entry -> !entry.updated().isBefore(from))
                .sorted(Comparator.comparing(Entry::updated).thenComparing(Entry::n))
                .skip((page - 1L) * size)
                .limit(size)
                .map(Entry::content)
                .toList();
    }
}
