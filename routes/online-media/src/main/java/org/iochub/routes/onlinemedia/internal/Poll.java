package org.iochub.routes.onlinemedia.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.Change;
import org.iochub.api.HubHeaders;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.Source;
import org.iochub.api.http.Validators;
import org.iochub.api.read.Trouble;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.model.record.MediaItem;

/**
 * The steps of the route, for one feed after the other: ask, unless nothing changed look at the answer and, when the hub
 * has it, remember what the server said about it. One thread at a time.
 */
final class Poll {
    private static final String URL = "MediaFeedUrl";
    private static final String STATE = "MediaFeedState";
    private static final String STORIES = "MediaStoriesThen";

    private final Source<OnlineMediaSettings> source;
    private final Normalizer items;
    private Optional<FeedStates> states = Optional.empty();
    private final Map<String, Text> troubles = new LinkedHashMap<>();
    private int done;

    Poll(Source<OnlineMediaSettings> source) {
        this.source = source;
        this.items = new OnlineMediaNormalizer(source);
    }

    void begin(Exchange exchange) {
        troubles.clear();
        done = 0;
        exchange.getMessage().setBody(feeds());
    }

    private List<String> feeds() {
        return source.settings().feeds().stream()
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .distinct()
                .toList();
    }

    private FeedStates states() {
        return states.or(() -> source.checkpoint().map(FeedStates::parse)).orElse(FeedStates.NONE);
    }

    void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        String url = message.getBody(String.class);
        exchange.setProperty(URL, url);
        message.removeHeaders("*");
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, url);
        message.setHeader("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8");
        states().validators().ask(url, message);
    }

    void look(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status == 304) {
            done++;
            message.setBody(null);
            return;
        }
        if (status != 200) {
            throw Trouble.status(status);
        }
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElseGet(() -> new byte[0]);
        requireXml(body);
        String url = url(exchange);
        String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        Validators.State state = Validators.State.of(message);
        exchange.setProperty(STATE, state);
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setHeader(
                HubHeaders.MESSAGE_ID,
                url + "#" + digest(body)
                        + state.lastModified().map(at -> "#" + at).orElse(""));
        message.setHeader(HubHeaders.MESSAGE_NAME, url);
        Stories before = Stories.parse(states().stories(), source.settings());
        Stories then = told(new Feed(url, body, Map.of(Exchange.CONTENT_TYPE, type), source.clock()));
        String kept = then.kept(source.clock().instant().getEpochSecond());
        exchange.setProperty(STORIES, kept);
        message.setHeader(StoryNormalizer.STORIES, before.before(then));
        message.setHeader(HubHeaders.CHECKPOINT, states().with(url, state, kept).text());
        message.setBody(body);
    }

    /** The stories as they are when this feed has been told. */
    private Stories told(RawMessage feed) throws IOException {
        Stories stories = Stories.parse(states().stories(), source.settings());
        try (Stream<Change> changes = items.normalize(feed)) {
            changes.forEach(change -> {
                if (change instanceof Change.Upsert<?> upsert && upsert.data() instanceof MediaItem item) {
                    stories.place(item);
                }
            });
        } catch (FaultException | UncheckedIOException e) {
            // What is wrong with it is the hub's to say.
            return stories;
        }
        return stories;
    }

    /** This feed comes again in the next round; the others go on. */
    void failed(Exchange exchange) {
        troubles.put(url(exchange), Trouble.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
        exchange.getMessage().setBody(null);
    }

    void taken(Exchange exchange) {
        states = Optional.of(states().with(
                        url(exchange),
                        exchange.getProperty(STATE, Validators.State.class),
                        exchange.getProperty(STORIES, String.class)));
        done++;
    }

    void end(Exchange exchange) {
        if (!troubles.isEmpty()) {
            source.waiting(Text.of(sentences(true), sentences(false)));
        } else if (done == feeds().size()) {
            source.upToDate();
        }
    }

    private String sentences(boolean vi) {
        return troubles.entrySet().stream()
                .map(feed -> feed.getKey() + ": "
                        + (vi ? feed.getValue().vi() : feed.getValue().en()))
                .collect(Collectors.joining(" "));
    }

    private static String url(Exchange exchange) {
        return exchange.getProperty(URL, String.class);
    }

    /** A sign-in or error page is a source that is not there, not a record that is wrong. */
    private static void requireXml(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 1_000), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        boolean utf16 = body.length > 1 && (body[0] & 0xff) + (body[1] & 0xff) == 0xfe + 0xff;
        if (!utf16 && !start.startsWith("<") || start.startsWith("<html") || start.startsWith("<!doctype html")) {
            throw FaultException.of(
                    "not-a-feed",
                    "",
                    "Nguồn trả về trang web hoặc nội dung khác chứ không phải RSS hay Atom; hãy kiểm tra địa chỉ.",
                    "The source answered with a web page or something else, not with RSS or Atom; check the address.");
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
