package org.iochub.simulators.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.iochub.simulators.Simulator;

/**
 * A site with the feeds of made-up newspapers: RSS 2.0 and Atom, the newest thirty items of each, with ETag,
 * Last-Modified and 304 for those who ask conditionally.
 */
public final class MediaFeedSimulator implements Simulator {
    public static final String QUANG_NAM = "quang-nam.rss";
    public static final String QUANG_NGAI = "quang-ngai.atom";
    public static final String QUANG_NGAI_CITY = "thanh-pho-quang-ngai.rss";
    public static final String DUC_PHO = "duc-pho.rss";
    public static final String PHAN_RANG = "phan-rang.rss";
    /** Not among the instances: a feed with a document type that reads a local file. */
    public static final String WITH_DTD = "dtd.rss";

    private static final int AT_FIRST = 26;
    private static final int SHOWN = 30;

    private static final class Feed {
        private final String outlet;
        private final MadeUpNews writer;
        private final List<MadeUpNews.Item> items = new ArrayList<>();
        private Instant changed;

        Feed(String outlet, MadeUpNews writer) {
            this.outlet = outlet;
            this.writer = writer;
        }
    }

    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private final Clock clock;
    private final AtomicLong notModified = new AtomicLong();
    private final Site site;
    private final ScheduledExecutorService growth = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-newsroom");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean paused;
    private volatile boolean validators = true;
    private int turn;

    /** A site on which one feed gains an item every five seconds. */
    public MediaFeedSimulator(long seed) {
        this(seed, Clock.systemUTC());
        // One story that the three sites of a province tell, so that it comes to be an incident.
        List.of(QUANG_NGAI, QUANG_NGAI_CITY, DUC_PHO)
                .forEach(feed -> tell(feed, "Sạt lở tại phường Trà Câu, di dời nhiều hộ dân"));
        growth.scheduleWithFixedDelay(this::live, 5, 5, TimeUnit.SECONDS);
    }

    /** A site that changes only when it is told to. */
    public MediaFeedSimulator(long seed, Clock clock) {
        this.clock = clock;
        open(QUANG_NAM, "Báo Quảng Nam (mô phỏng)", seed + 1, Place.TAM_KY);
        open(QUANG_NGAI, "Báo Quảng Ngãi (mô phỏng)", seed + 2, Place.QUANG_NGAI_PROVINCE);
        open(QUANG_NGAI_CITY, "Trang tin thành phố Quảng Ngãi (mô phỏng)", seed + 3, Place.QUANG_NGAI_CITY);
        open(DUC_PHO, "Trang tin Đức Phổ (mô phỏng)", seed + 4, Place.DUC_PHO);
        open(PHAN_RANG, "Trang tin Phan Rang–Tháp Chàm (mô phỏng)", seed + 5, Place.PHAN_RANG);
        this.site = new Site(this::answer);
    }

    private void open(String path, String outlet, long seed, Place place) {
        String host = path.substring(0, path.indexOf('.')) + ".example";
        Feed feed = new Feed(outlet, new MadeUpNews(seed, host, place, path.endsWith(".atom")));
        feeds.put(path, feed);
        for (int i = AT_FIRST; i > 0; i--) {
            feed.changed = now().minus(Duration.ofHours(i));
            feed.items.add(feed.writer.next(feed.changed));
        }
    }

    @Override
    public String name() {
        return "online-media";
    }

    /** Where a feed lies. */
    public URI url(String feed) {
        return site.address().resolve("rss/" + feed);
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put("online-media-quang-nam", settings("quang-nam", "49;48", QUANG_NAM));
        instances.put("online-media-quang-ngai", settings("quang-ngai", "51", QUANG_NGAI, QUANG_NGAI_CITY, DUC_PHO));
        instances.put("online-media-phan-rang", settings("phan-rang-thap-cham", "58;56", PHAN_RANG));
        return instances;
    }

    private Map<String, String> settings(String tenant, String within, String... of) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", "online-media");
        settings.put("tenant", tenant);
        settings.put(
                "feeds", Arrays.stream(of).map(feed -> url(feed).toString()).collect(Collectors.joining(",")));
        settings.put("within", within);
        settings.put("period", "10s");
        return settings;
    }

    public long requests() {
        return site.requests();
    }

    /** How often somebody was told that a feed had not changed. */
    public long notModified() {
        return notModified.get();
    }

    public synchronized void grow(String feed, int items) {
        Feed grown = feeds.get(feed);
        for (int i = 0; i < items; i++) {
            changed(grown);
            grown.items.add(grown.writer.next(grown.changed));
        }
    }

    /** Rewrites the title of the newest item, under the same guid. */
    public synchronized void correct(String feed, String title) {
        Feed corrected = feeds.get(feed);
        changed(corrected);
        MadeUpNews.Item old = corrected.items.remove(corrected.items.size() - 1);
        corrected.items.add(new MadeUpNews.Item(
                old.guid(), old.link(), title, old.html(), old.topic(), old.date(), corrected.changed));
    }

    /** Adds an item with this title, as its newest: an outlet that takes over a story, its lead in its own words. */
    public synchronized void tell(String feed, String title) {
        Feed telling = feeds.get(feed);
        changed(telling);
        MadeUpNews.Item usual = telling.writer.sound(telling.changed);
        telling.items.add(new MadeUpNews.Item(
                usual.guid(),
                usual.link(),
                title,
                "<p>" + title + ". Số liệu mô phỏng, " + telling.outlet.split(" ")[0] + " đưa tin.</p>",
                usual.topic(),
                usual.date(),
                usual.updated()));
    }

    /** Stops growing by itself, or goes on. */
    public void pause(boolean yes) {
        paused = yes;
    }

    /** Whether answers carry ETag and Last-Modified. */
    public void validators(boolean yes) {
        validators = yes;
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    /** Misbehaves on one feed only. */
    public void misbehave(Misbehaviour misbehaviour, String feed) {
        site.misbehave(misbehaviour, asked -> asked.path().endsWith(feed));
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

    private void live() {
        if (!paused) {
            List<String> paths = List.copyOf(feeds.keySet());
            grow(paths.get(turn++ % paths.size()), 1);
        }
    }

    private void changed(Feed feed) {
        Instant next = feed.changed.plusSeconds(1);
        feed.changed = next.isAfter(now()) ? next : now();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private synchronized Answer answer(Site.Asked asked) {
        String name = asked.path().substring(asked.path().lastIndexOf('/') + 1);
        if (name.equals(WITH_DTD)) {
            return Answer.ok("application/rss+xml", withDtd());
        }
        Feed feed = feeds.get(name);
        if (feed == null) {
            return Answer.html(404, "Không có trang này");
        }
        boolean atom = name.endsWith(".atom");
        Map<String, String> headers = validators ? validators(feed) : Map.of();
        if (unchanged(asked, headers)) {
            notModified.incrementAndGet();
            return new Answer(304, type(atom), headers, new byte[0]);
        }
        List<MadeUpNews.Item> newest =
                new ArrayList<>(feed.items.subList(Math.max(0, feed.items.size() - SHOWN), feed.items.size()));
        Collections.reverse(newest);
        byte[] body = atom ? FeedWriter.atom(feed.outlet, newest) : FeedWriter.rss(feed.outlet, newest);
        return new Answer(200, type(atom), headers, body);
    }

    private static String type(boolean atom) {
        return atom ? "application/atom+xml" : "application/rss+xml; charset=utf-8";
    }

    private static Map<String, String> validators(Feed feed) {
        return Map.of(
                "ETag",
                "\"" + feed.changed.getEpochSecond() + "-" + feed.items.size() + "\"",
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(feed.changed.atOffset(ZoneOffset.UTC)));
    }

    private static boolean unchanged(Site.Asked asked, Map<String, String> headers) {
        String etag = asked.headers().get("if-none-match");
        if (etag != null) {
            return etag.equals(headers.get("ETag"));
        }
        String since = asked.headers().get("if-modified-since");
        return since != null && since.equals(headers.get("Last-Modified"));
    }

    private static byte[] withDtd() {
        return ("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY tep SYSTEM \"file:///etc/hostname\">]>"
                        + "<rss version=\"2.0\"><channel><title>Trang lạ</title><item><title>&tep;</title>"
                        + "<link>https://la.example/1</link></item></channel></rss>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
