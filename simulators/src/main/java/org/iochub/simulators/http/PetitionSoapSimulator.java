package org.iochub.simulators.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/**
 * A SOAP 1.1 service with the petitions of two authorities, each at an address of its own with its WSDL at
 * {@code ?wsdl}: document/literal, no WS-Addressing, HTTP Basic. Earliest update first.
 */
public final class PetitionSoapSimulator implements Simulator {
    public static final String QUANG_NAM = "quang-nam";
    public static final String QUANG_NGAI_CITY = "quang-ngai-city";
    public static final String USER = "ioc";
    public static final String PASSWORD = "mat-khau-mo-phong";

    private static final String NAMESPACE = "urn:vn:phan-anh-kien-nghi:v1";
    private static final int AT_FIRST = 90;
    private static final int PER_TIE = 8;

    private record Entry(String place, Instant updated, Map<String, String> petition) {
        String code() {
            return petition.get("MaPhanAnh");
        }
    }

    private final Map<String, MadeUpPetitions> writers;
    private final Random random;
    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Runnable> afterPage = new ConcurrentHashMap<>();
    private final Path directory = TemporaryDirectory.make("petitions");
    private final Path passwordFile = directory.resolve("password");
    private final String wsdl;
    private final Site site;
    private final ScheduledExecutorService growth = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-petitioners");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean faulty;
    private Instant latest;

    /** A service that gains a petition or a change every three seconds. */
    public PetitionSoapSimulator(long seed) {
        this(seed, Clock.systemUTC());
        growth.scheduleWithFixedDelay(this::live, 3, 3, TimeUnit.SECONDS);
    }

    /** A service that changes only when it is told to. */
    public PetitionSoapSimulator(long seed, Clock clock) {
        this.random = new Random(seed);
        this.writers = Map.of(
                QUANG_NAM, new MadeUpPetitions("KN-QNA", "20341", seed + 1),
                QUANG_NGAI_CITY, new MadeUpPetitions("KN-QNG", "21025", seed + 2));
        this.clock = clock;
        this.latest = now().minus(10, ChronoUnit.DAYS);
        for (int i = 0; i < AT_FIRST; i++) {
            if (i % PER_TIE == 0) {
                latest = latest.plus(5 + random.nextInt(60), ChronoUnit.MINUTES);
            }
            add(QUANG_NAM, latest);
            add(QUANG_NGAI_CITY, latest);
        }
        try (InputStream in = getClass().getResourceAsStream("petitions.wsdl")) {
            this.wsdl = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(passwordFile, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.site = new Site(this::answer);
    }

    @Override
    public String name() {
        return "petitions";
    }

    /** The address of an authority's service. */
    public URI url(String place) {
        return site.address().resolve("services/" + place + "/PhanAnhKienNghi");
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        instances.put("petitions-quang-nam", settings(QUANG_NAM));
        instances.put("petitions-quang-ngai-city", settings(QUANG_NGAI_CITY));
        return instances;
    }

    private Map<String, String> settings(String place) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", "petitions");
        settings.put("tenant", place);
        settings.put("url", url(place).toString());
        settings.put("user", USER);
        settings.put("password", "file:" + passwordFile.toAbsolutePath());
        settings.put("period", "5s");
        settings.put("pageSize", "40");
        return settings;
    }

    /** The codes of an authority's petitions as they stand now, broken ones included. */
    public synchronized List<String> codes(String place) {
        return entries.stream()
                .filter(entry -> entry.place().equals(place))
                .map(Entry::code)
                .sorted()
                .toList();
    }

    /** New petitions, each updated a second after the one before. */
    public synchronized List<String> grow(String place, int petitions) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < petitions; i++) {
            latest = later();
            codes.add(add(place, latest));
        }
        return codes;
    }

    /** A petition that becomes visible only now, with an update time before the latest one. */
    public synchronized String commitLate(String place, Duration before) {
        return add(place, latest.minus(before));
    }

    /** Changes the result of a petition, which moves it to the latest update time. */
    public synchronized void correct(String code) {
        Entry old = entries.stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElseThrow();
        latest = later();
        Map<String, String> petition = new LinkedHashMap<>(old.petition());
        petition.put("KetQuaXuLy", "Đã xem xét lại lúc " + MadeUpPetitions.offset(latest));
        petition.put("NgayCapNhat", MadeUpPetitions.offset(latest));
        entries.remove(old);
        entries.add(new Entry(old.place(), latest, petition));
    }

    /** Runs once, after the page of that number was answered. */
    public void afterPage(int page, Runnable what) {
        afterPage.put(page, what);
    }

    /** Answers every call with a SOAP fault, or no more. */
    public void faulty(boolean yes) {
        faulty = yes;
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    /** Misbehaves from that page on. */
    public void misbehave(Misbehaviour misbehaviour, int fromPage) {
        site.misbehave(misbehaviour, asked -> number(asked.body(), "Trang") >= fromPage);
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
        String place = random.nextBoolean() ? QUANG_NAM : QUANG_NGAI_CITY;
        switch (random.nextInt(5)) {
            case 0 -> commitLate(place, Duration.ofSeconds(30 + random.nextInt(240)));
            case 1 -> {
                List<String> codes = codes(place);
                correct(codes.get(random.nextInt(codes.size())));
            }
            default -> grow(place, 1);
        }
    }

    private String add(String place, Instant updated) {
        Entry entry = new Entry(place, updated, writers.get(place).next(updated));
        entries.add(entry);
        return entry.code();
    }

    private Instant later() {
        Instant next = latest.plusSeconds(1);
        return next.isAfter(now()) ? next : now();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Answer answer(Site.Asked asked) {
        String place = asked.path().replaceFirst("^/services/", "").replaceFirst("/.*", "");
        if (!writers.containsKey(place)) {
            return Answer.html(404, "Không có dịch vụ này");
        }
        if (asked.query().containsKey("wsdl")) {
            return xml(200, wsdl.replace("{{location}}", url(place).toString()));
        }
        String credentials =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        if (!credentials.equals(asked.headers().get("authorization"))) {
            return Answer.html(401, "Sai tài khoản");
        }
        if (faulty) {
            return fault("Server", "Lỗi cơ sở dữ liệu của người dùng " + USER);
        }
        if (!asked.body().contains("LayDanhSachPhanAnh")) {
            return fault("Client", "Không có thao tác này");
        }
        int page = number(asked.body(), "Trang");
        Answer answer = xml(200, envelope(page(asked, place, page)));
        Runnable after = afterPage.remove(page);
        if (after != null) {
            after.run();
        }
        return answer;
    }

    private synchronized String page(Site.Asked asked, String place, int page) {
        int size = number(asked.body(), "SoDong");
        Instant from = OffsetDateTime.parse(value(asked.body(), "TuThoiDiem")).toInstant();
        String petitions = entries.stream()
                .filter(entry -> entry.place().equals(place))
                .filter(entry -> !entry.updated().isBefore(from))
                .sorted(Comparator.comparing(Entry::updated).thenComparing(Entry::code))
                .skip((page - 1L) * size)
                .limit(size)
                .map(entry -> element("PhanAnh", inside(entry.petition())))
                .collect(Collectors.joining());
        return "<LayDanhSachPhanAnhResponse xmlns=\"" + NAMESPACE + "\">" + element("DanhSach", petitions)
                + "</LayDanhSachPhanAnhResponse>";
    }

    private static String inside(Map<String, String> petition) {
        StringBuilder own = new StringBuilder();
        StringBuilder sender = new StringBuilder();
        petition.forEach((name, value) -> {
            boolean ofSender = name.startsWith("NguoiGui/");
            (ofSender ? sender : own)
                    .append(element(name.substring(name.indexOf('/') + 1), EdxmlWriter.escaped(value)));
        });
        return own + element("NguoiGui", sender.toString());
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static Answer fault(String code, String text) {
        return xml(
                500,
                envelope("<soap:Fault><faultcode>soap:" + code + "</faultcode><faultstring>" + text
                        + "</faultstring></soap:Fault>"));
    }

    private static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\""
                + "http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private static Answer xml(int status, String text) {
        return new Answer(status, "text/xml; charset=utf-8", Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String xml, String name) {
        String text = value(xml, name);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** The text of a request's element, whatever prefix it bears. */
    private static String value(String xml, String name) {
        Matcher found =
                Pattern.compile("<(?:\\w+:)?" + name + "(?: [^>]*)?>([^<]*)<").matcher(xml);
        return found.find() ? found.group(1).strip() : "";
    }
}
