package org.iochub.declarative.internal.fetch.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.Trouble;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Schedule;
import org.iochub.declarative.internal.fetch.http.Checkpoint.State;

/**
 * The steps of the route, in the order they happen: begin a round, fetch a page and look into it, and, when the hub has
 * it, go on. What was learnt of a page is forgotten unless the hub took the page. Used by one thread, closed by any.
 */
final class HttpPoll implements Closeable {
    private static final int MOST_DIGESTS = 10_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final HttpPlan plan;
    private final Source<DeclaredSettings> source;
    private final Schedule schedule;
    private final HttpCalls calls;
    private final Asking asking;
    /** What was taken last at each place: a page that still says the same is not sent again. */
    private final Map<String, String> taken = new HashMap<>();

    private Optional<Checkpoint> kept = Optional.empty();
    private Optional<Pass> pass = Optional.empty();
    private Optional<Answer> answer = Optional.empty();
    private Optional<Pass.Page> page = Optional.empty();
    private String firstDigest = "";
    private int pagesLeft;

    HttpPoll(HttpPlan plan, Source<DeclaredSettings> source, Schedule schedule) {
        this.plan = plan;
        this.source = source;
        this.schedule = schedule;
        this.calls = new HttpCalls(plan.limits().fill(new Fill(source.settings())));
        this.asking = new Asking(plan, source, calls, System::nanoTime);
    }

    void begin(Exchange exchange) {
        pagesLeft = schedule.due() ? plan.maxPages() : 0;
        forget();
    }

    boolean wantsPage(Exchange exchange) {
        return pagesLeft > 0;
    }

    boolean hasMessage(Exchange exchange) {
        return page.isPresent();
    }

    void fetch(Exchange exchange) throws IOException {
        pagesLeft--;
        forget();
        Pass current = pass.orElseGet(this::nextPass);
        pass = Optional.of(current);
        Answer got = asking.ask(current);
        answer = Optional.of(got);
        if (got.status() == 304 && asking.remembersState()) {
            finish(current);
            return;
        }
        if (got.status() == 200) {
            Contents.refuseWebPages(got.body());
        }
        plan.check().look(got);
        if (got.status() != 200 && got.status() != 203 && got.status() != 204) {
            throw Refused.of(got, plan.auth().settings(), source.clock());
        }
        look(exchange, current, got);
    }

    private Pass nextPass() {
        Checkpoint from =
                kept.or(() -> source.checkpoint().map(Checkpoint::parse)).orElse(Checkpoint.START);
        boolean usable = from.progress()
                .filter(rest -> plan.paging().fits(rest.place()) && asking.isHere(rest.place()))
                .isPresent();
        firstDigest = "";
        return Pass.after(from, usable, plan.paging(), plan.watermark(), asking.fill(), source.clock(), source.zone());
    }

    private void look(Exchange exchange, Pass current, Answer got) throws IOException {
        Body body = got.body();
        String name = asking.shown(current);
        Contents.Found found = new Contents.Found(got.status() == 204 ? 0 : 1, Optional.empty());
        Optional<String> text = Optional.empty();
        if (plan.looksInside() && got.status() != 204) {
            text = Contents.textAt(body, plan.paging().pointer());
            found = Contents.records(
                    plan.format().orElseThrow(() -> new IllegalStateException("no format")),
                    new Fetched(name, body, OffsetDateTime.now(source.clock()), Map.of()),
                    source,
                    plan.watermark().flatMap(Watermark::value),
                    asking.form(),
                    latestThinkable(got));
        }
        refuseRepeats(current, body, found);
        Optional<String> next = plan.paging().next(current.place(), got, found.records(), text, asking.hidden());
        if (next.filter(place -> !asking.isHere(place)).isPresent()) {
            throw Pagings.foreign();
        }
        State state = asking.remembersState()
                ? new State(validator(got, "ETag"), validator(got, "Last-Modified"), Optional.of(body.digest()))
                : State.NONE;
        Pass.Page seen = new Pass.Page(next, found.latest(), got.date(), state);
        boolean nothing = got.status() == 204 || plan.looksInside() && found.records() == 0;
        if (nothing || known(current, body)) {
            current.taken(seen, false);
            goOn(current, seen);
        } else {
            address(exchange.getMessage(), current, got, name, seen);
            page = Optional.of(seen);
        }
    }

    /** Clocks differ; a change later than this is a mistake, which must not hide what really comes. */
    private Instant latestThinkable(Answer got) {
        Instant here = source.clock().instant();
        return got.date().filter(there -> there.isAfter(here)).orElse(here).plus(CLOCKS_DIFFER);
    }

    private void refuseRepeats(Pass current, Body body, Contents.Found found) {
        if (!plan.paging().shifts() || found.records() == 0) {
            return;
        }
        if (current.page() == 1) {
            firstDigest = body.digest();
        } else if (firstDigest.equals(body.digest())) {
            throw Pagings.ignored();
        }
    }

    private boolean known(Pass current, Body body) {
        String digest =
                asking.remembersState() ? current.state().digest().orElse("") : taken.getOrDefault(key(current), "");
        return digest.equals(body.digest());
    }

    private static String key(Pass current) {
        return current.from().map(Object::toString).orElse("") + "|" + current.place();
    }

    private void address(Message message, Pass current, Answer got, String name, Pass.Page seen) {
        message.removeHeaders("*");
        got.header("Content-Type").ifPresent(type -> message.setHeader(Exchange.CONTENT_TYPE, type));
        message.setHeader(HubHeaders.MESSAGE_ID, current.messageId(got.body().digest()));
        message.setHeader(HubHeaders.MESSAGE_NAME, name);
        message.setHeader(HubHeaders.CHECKPOINT, current.having(seen).text());
        message.setBody(got.body().forRoute());
    }

    void taken(Exchange exchange) {
        Pass current = pass.orElseThrow(() -> new IllegalStateException("no round has begun"));
        Pass.Page seen = page.orElseThrow(() -> new IllegalStateException("no page was fetched"));
        if (taken.size() >= MOST_DIGESTS || current.page() == 1) {
            // Of another time asked from, nothing can be met again.
            String same = current.from().map(Object::toString).orElse("") + "|";
            taken.keySet().removeIf(key -> !key.startsWith(same) || taken.size() >= MOST_DIGESTS);
        }
        taken.put(key(current), answer.map(Answer::body).map(Body::digest).orElse(""));
        current.taken(seen, true);
        goOn(current, seen);
        // The file behind the body is not needed any more.
        exchange.getMessage().setBody(null);
        forget();
    }

    private void goOn(Pass current, Pass.Page seen) {
        if (seen.next().isEmpty()) {
            finish(current);
        }
    }

    private void finish(Pass current) {
        pagesLeft = 0;
        kept = Optional.of(current.finished());
        pass = Optional.empty();
        schedule.succeeded();
        source.upToDate();
    }

    /** The next round tries again: a page that fails is not skipped. */
    void failed(Exchange exchange) {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Optional<Duration> retryAfter = why instanceof Refused refused ? refused.retryAfter() : Optional.empty();
        pagesLeft = 0;
        forget();
        schedule.failed(retryAfter);
        source.waiting(Trouble.of(why));
    }

    private static Optional<String> validator(Answer got, String name) {
        return got.header(name).filter(value -> value.length() <= 500);
    }

    private void forget() {
        page = Optional.empty();
        answer.ifPresent(HttpPoll::close);
        answer = Optional.empty();
    }

    private static void close(Answer done) {
        try {
            done.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // A message that was not taken leaves no file behind.
        forget();
        try {
            calls.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
