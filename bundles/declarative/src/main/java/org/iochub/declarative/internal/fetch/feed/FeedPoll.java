package org.iochub.declarative.internal.fetch.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.Trouble;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Schedule;
import org.iochub.declarative.internal.fetch.feed.FeedStates.State;
import org.iochub.declarative.internal.fetch.http.Answer;
import org.iochub.declarative.internal.fetch.http.Body;
import org.iochub.declarative.internal.fetch.http.HttpCalls;
import org.iochub.declarative.internal.fetch.http.Refused;
import org.iochub.declarative.internal.fetch.http.Request;
import org.iochub.declarative.internal.fetch.http.WebAddresses;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * The steps of the route, for one feed after the other: fetch it and, when it changed and the hub has it, remember what
 * the server said about it. Used by one thread, closed by any.
 */
final class FeedPoll implements Closeable {
    /**
     * @param url with secrets
     * @param shown without
     */
    private record Feed(String url, String shown) {}

    private static final int SNIFFED = 1_000;

    private final FeedFetches.Plan plan;
    private final Source<DeclaredSettings> source;
    private final Schedule schedule;
    private final HttpCalls calls;
    private final Map<String, Text> troubles = new LinkedHashMap<>();
    private final Queue<Feed> left = new ArrayDeque<>();
    private Optional<FeedStates> states = Optional.empty();
    private Optional<Feed> current = Optional.empty();
    private Optional<State> state = Optional.empty();
    private Optional<Answer> answer = Optional.empty();
    private Optional<Duration> retryAfter = Optional.empty();
    private boolean round;

    FeedPoll(FeedFetches.Plan plan, Source<DeclaredSettings> source, Schedule schedule, HttpCalls calls) {
        this.plan = plan;
        this.source = source;
        this.schedule = schedule;
        this.calls = calls;
    }

    void begin(Exchange exchange) {
        forget();
        left.clear();
        troubles.clear();
        retryAfter = Optional.empty();
        round = schedule.due();
        if (round) {
            left.addAll(feeds());
        }
    }

    private List<Feed> feeds() {
        Fill fill = new Fill(source.settings());
        List<Feed> feeds = new ArrayList<>();
        plan.urls().forEach(template -> {
            // A setting may be a list; a comma in an address is written %2C.
            String[] urls = fill.text(template).split(",");
            String[] shown = fill.masked().text(template).split(",");
            for (int i = 0; i < urls.length; i++) {
                if (!urls[i].isBlank()) {
                    String name = shown.length == urls.length ? shown[i].strip() : "#" + (feeds.size() + 1);
                    feeds.add(new Feed(urls[i].strip(), name));
                }
            }
        });
        return new ArrayList<>(new LinkedHashSet<>(feeds));
    }

    boolean hasMore(Exchange exchange) {
        return !left.isEmpty();
    }

    boolean hasMessage(Exchange exchange) {
        return state.isPresent();
    }

    void fetch(Exchange exchange) throws IOException {
        forget();
        Feed feed = left.remove();
        current = Optional.of(feed);
        Optional<State> before = states().of(feed.shown());
        Answer got = calls.call(request(feed, before));
        answer = Optional.of(got);
        if (got.status() == 304) {
            return;
        }
        if (got.status() != 200) {
            throw Refused.of(got, "", source.clock());
        }
        requireXml(got.body());
        if (before.filter(was -> was.digest().equals(got.body().digest())).isPresent()) {
            return;
        }
        State now = new State(
                before.map(State::times).orElse(0L) + 1,
                validator(got, "ETag"),
                validator(got, "Last-Modified"),
                got.body().digest());
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        got.header("Content-Type").ifPresent(type -> message.setHeader(Exchange.CONTENT_TYPE, type));
        message.setHeader(HubHeaders.MESSAGE_ID, feed.shown() + "#" + now.times() + "#" + now.digest());
        message.setHeader(HubHeaders.MESSAGE_NAME, feed.shown());
        message.setHeader(
                HubHeaders.CHECKPOINT, states().with(feed.shown(), now).text());
        message.setBody(got.body().forRoute());
        state = Optional.of(now);
    }

    private Request request(Feed feed, Optional<State> before) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8");
        headers.putAll(new Fill(source.settings()).texts(plan.headers()));
        before.flatMap(State::etag).ifPresent(etag -> headers.put("If-None-Match", etag));
        before.flatMap(State::lastModified).ifPresent(time -> headers.put("If-Modified-Since", time));
        return new Request(
                "GET",
                WebAddresses.of(feed.url()),
                headers,
                Optional.empty(),
                plan.headers().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private FeedStates states() {
        return states.or(() -> source.checkpoint().map(FeedStates::parse)).orElse(FeedStates.NONE);
    }

    void taken(Exchange exchange) {
        current.ifPresent(feed -> state.ifPresent(now -> states = Optional.of(states().with(feed.shown(), now))));
        exchange.getMessage().setBody(null);
        forget();
    }

    /** This feed comes again in the next round; the others go on. */
    void failed(Exchange exchange) {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (why instanceof Refused refused && retryAfter.isEmpty()) {
            retryAfter = refused.retryAfter();
        }
        troubles.put(current.map(Feed::shown).orElse(""), Trouble.of(why));
        forget();
    }

    void end(Exchange exchange) {
        if (!round) {
            return;
        }
        if (troubles.isEmpty()) {
            schedule.succeeded();
            source.upToDate();
        } else {
            schedule.failed(retryAfter);
            source.waiting(Text.of(sentences(true), sentences(false)));
        }
    }

    private String sentences(boolean vi) {
        return troubles.entrySet().stream()
                .map(feed -> feed.getKey() + ": "
                        + (vi ? feed.getValue().vi() : feed.getValue().en()))
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> validator(Answer got, String name) {
        return got.header(name).filter(value -> value.length() <= 500);
    }

    /** A sign-in or error page is a source that is not there, not a record that is wrong. */
    private static void requireXml(Body body) throws IOException {
        byte[] head = body.head(SNIFFED);
        String start = new String(head, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        boolean utf16 = head.length > 1 && (head[0] & 0xff) + (head[1] & 0xff) == 0xfe + 0xff;
        if (!utf16 && !start.startsWith("<") || start.startsWith("<html") || start.startsWith("<!doctype html")) {
            throw FaultException.of(
                    "not-a-feed",
                    "",
                    "Nguồn trả về trang web hoặc nội dung khác chứ không phải RSS hay Atom; hãy kiểm tra địa chỉ.",
                    "The source answered with a web page or something else, not with RSS or Atom; check the address.");
        }
    }

    private void forget() {
        state = Optional.empty();
        answer.ifPresent(FeedPoll::close);
        answer = Optional.empty();
    }

    private static void close(Closeable done) {
        try {
            done.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(calls);
    }
}
