import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a feed with nothing but the JDK: current state first, then what changes. Run it as it is: {@code java
 * Follow.java}. HUB_URL, HUB_KEY and TYPE say what to read; the place reached is kept in CURSOR_FILE. With ONCE=1 it ends
 * when nothing is new.
 */
public final class Follow {
    private static final Map<String, String> ENV = System.getenv();
    private static final String URL = ENV.getOrDefault("HUB_URL", "http://127.0.0.1:8181");
    private static final String TYPE = ENV.getOrDefault("TYPE", "all");
    private static final String WAIT = ENV.getOrDefault("WAIT", "30");
    private static final Path PLACE = Path.of(ENV.getOrDefault("CURSOR_FILE", "cursor.txt"));

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** Yours to write: one CloudEvent in JSON. It may come twice after a crash: its id says so. */
    private void take(String event) {
        System.out.println(event);
    }

    public static void main(String[] args) throws Exception {
        new Follow().run();
    }

    private void run() throws Exception {
        if (!Files.exists(PLACE)) {
            snapshot(URL + "/api/v1/records/" + TYPE + "?limit=1000");
        }
        while (true) {
            HttpResponse<String> answer;
            try {
                answer = ask(Files.readString(PLACE).strip() + "&wait=" + WAIT);
            } catch (IOException away) {
                Thread.sleep(2_000); // Nothing is missed meanwhile.
                continue;
            }
            switch (answer.statusCode()) {
                case 200 -> {
                    answer.body().lines().forEach(this::take);
                    // Kept after its events were handed on. The link repeats the whole question, wait= too: it goes off.
                    keep(link(answer, "next").orElseThrow().replaceAll("&wait=\\d+|(?<=\\?)wait=\\d+&", ""));
                    if ("1".equals(ENV.get("ONCE")) && answer.body().isEmpty()) {
                        return;
                    }
                }
                case 410 -> snapshot(link(answer, "snapshot").orElseThrow());
                case 429, 503 -> Thread.sleep(1_000
                        * Long.parseLong(answer.headers().firstValue("Retry-After").orElse("2")));
                default -> throw new IllegalStateException(answer.body());
            }
        }
    }

    /** The state as it is now, page by page; behind it lies the place in the feed to go on from. */
    private void snapshot(String address) throws Exception {
        Optional<String> next = Optional.of(address);
        String feed = "";
        while (next.isPresent()) {
            HttpResponse<String> page = ask(next.get());
            if (page.statusCode() != 200) {
                throw new IllegalStateException(page.body());
            }
            page.body().lines().forEach(this::take);
            feed = link(page, "feed").orElseThrow();
            next = link(page, "next");
        }
        keep(feed);
    }

    private HttpResponse<String> ask(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", "Bearer " + ENV.get("HUB_KEY"))
                .header("Accept", "application/x-ndjson")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Optional<String> link(HttpResponse<?> answer, String relation) {
        Pattern pattern = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"");
        return answer.headers().allValues("Link").stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static void keep(String place) throws IOException {
        Path next = PLACE.resolveSibling(PLACE.getFileName() + ".new");
        Files.writeString(next, place);
        Files.move(next, PLACE, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
