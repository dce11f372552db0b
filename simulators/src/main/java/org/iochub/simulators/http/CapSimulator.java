package org.iochub.simulators.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.iochub.simulators.Simulator;

/** The alert sites of four authorities: an Atom index of CAP 1.2 alerts each, with ETag and 304. */
public final class CapSimulator implements Simulator {
    public static final String QUANG_NAM = "quang-nam";
    private static final int AT_FIRST = 12;

    private static final class Desk {
        private final MadeUpAlerts writer;
        private final Map<String, MadeUpAlerts.Alert> alerts = new LinkedHashMap<>();

        Desk(MadeUpAlerts writer) {
            this.writer = writer;
        }

        void put(List<MadeUpAlerts.Alert> more) {
            more.forEach(alert -> alerts.put(alert.file(), alert));
        }
    }

    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private final Clock clock;
    private final AtomicLong notModified = new AtomicLong();
    private final Site site;
    private final ScheduledExecutorService growth = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-alerts");
        thread.setDaemon(true);
        return thread;
    });

    /** Sites that change only when they are told to. */
    public CapSimulator(long seed, Clock clock) {
        this.clock = clock;
        open(QUANG_NAM, seed + 1, Place.TAM_KY);
        open("duc-pho", seed + 2, Place.DUC_PHO);
        open("quang-ngai-city", seed + 3, Place.QUANG_NGAI_CITY);
        open("phan-rang-thap-cham", seed + 4, Place.PHAN_RANG);
        this.site = new Site(this::answer);
    }

    /**
     * Sites that live.
     *
     * @param every how often something happens; never when empty
     */
    public CapSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        every.ifPresent(pause -> growth.scheduleWithFixedDelay(
                () -> List.copyOf(desks.keySet()).forEach(tenant -> happen(tenant, 1)),
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    private void open(String tenant, long seed, Place place) {
        Desk desk = new Desk(new MadeUpAlerts(seed, tenant, place));
        for (int i = AT_FIRST; i > 0; i--) {
            desk.put(desk.writer.story(now().minus(Duration.ofHours(2L * i))));
        }
        desk.put(desk.writer.dirt(now().minus(Duration.ofMinutes(30))));
        desks.put(tenant, desk);
    }

    @Override
    public String name() {
        return "urban-security";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        Map<String, String> within =
                Map.of(QUANG_NAM, "49;48", "duc-pho", "51", "quang-ngai-city", "51", "phan-rang-thap-cham", "58;56");
        desks.keySet().forEach(tenant -> {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("adapter", "urban-security");
            settings.put("tenant", tenant);
            settings.put("url", index(tenant).toString());
            settings.put("within", within.get(tenant));
            settings.put("period", "5s");
            instances.put("urban-security-" + tenant, settings);
        });
        return instances;
    }

    /** Where the index of an authority lies. */
    public URI index(String tenant) {
        return site.address().resolve("cap/" + tenant + "/index.atom");
    }

    /** Where one of its alerts lies, the first of them. */
    public URI firstAlert(String tenant) {
        return index(tenant)
                .resolve(desks.get(tenant).alerts.keySet().iterator().next());
    }

    /** So many alerts, each with what becomes of it. */
    public synchronized void happen(String tenant, int alerts) {
        Desk desk = desks.get(tenant);
        for (int i = 0; i < alerts; i++) {
            desk.put(desk.writer.story(now()));
        }
    }

    /** Puts a document of the test's own into the index. */
    public synchronized void publish(String tenant, String file, String cap) {
        desks.get(tenant).put(List.of(new MadeUpAlerts.Alert(file, now(), cap)));
    }

    /** How many documents an authority shows. */
    public synchronized int shown(String tenant) {
        return desks.get(tenant).alerts.size();
    }

    /** How often somebody was told that an index had not changed. */
    public long notModified() {
        return notModified.get();
    }

    public long requests() {
        return site.requests();
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    /** Misbehaves on alerts only, the index is well. */
    public void misbehaveOnAlerts(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> asked.path().endsWith(".xml"));
    }

    public void down() {
        site.down();
    }

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

    private synchronized Answer answer(Site.Asked asked) {
        String[] path = asked.path().split("/");
        Desk desk = path.length == 4 ? desks.get(path[2]) : null;
        if (desk == null) {
            return Answer.html(404, "Không có trang này");
        }
        MadeUpAlerts.Alert alert = desk.alerts.get(path[3]);
        if (alert != null) {
            return Answer.ok("application/cap+xml", alert.cap().getBytes(StandardCharsets.UTF_8));
        }
        if (!path[3].equals("index.atom")) {
            return Answer.html(404, "Không có trang này");
        }
        Map<String, String> validators = Map.of("ETag", "\"" + desk.alerts.hashCode() + "\"");
        if (validators.get("ETag").equals(asked.headers().get("if-none-match"))) {
            notModified.incrementAndGet();
            return new Answer(304, "application/atom+xml", validators, new byte[0]);
        }
        return new Answer(200, "application/atom+xml", validators, index(desk).getBytes(StandardCharsets.UTF_8));
    }

    private static String index(Desk desk) {
        List<MadeUpAlerts.Alert> newestFirst = new ArrayList<>(desk.alerts.values());
        java.util.Collections.reverse(newestFirst);
        StringBuilder atom = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Cảnh báo</title>");
        newestFirst.forEach(alert -> atom.append("<entry><id>urn:cap:")
                .append(alert.file())
                .append("</id><updated>")
                .append(alert.at())
                .append("</updated><link rel=\"alternate\" type=\"application/cap+xml\" href=\"")
                .append(alert.file())
                .append("\"/></entry>"));
        return atom.append("</feed>").toString();
    }
}
