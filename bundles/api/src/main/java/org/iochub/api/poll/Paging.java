package org.iochub.api.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.http.RetryAfter;
import org.iochub.api.read.Trouble;

/**
 * The steps of a route that reads page after page, in the order they happen: begin a round, {@link #next ask} for a page
 * and {@link #found look} at it, and, when the hub has it, go on. What was learnt of a page is forgotten unless the hub
 * took the page, so that a restart goes on at the page that was not. A source that asks for a pause gets it. For one
 * thread at a time.
 *
 * <pre>{@code
 * from("timer:…").process(paging::begin)
 *     .loopDoWhile(paging::wantsPage).breakOnShutdown()
 *         .doTry().process(ask).to("http:…").process(look).doCatch(Exception.class).process(paging::failed).end()
 *         .choice()
 *             .when(paging::hasRecords).to(source.records()).process(paging::taken)
 *             .when(paging::isLast).process(paging::finish)
 *         .end()
 *     .end()
 * }</pre>
 */
public final class Paging {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final Source<?> source;
    private final Overlap overlap;
    private final int maxPages;
    private final String parameter;
    private final LongSupplier nanos;
    private Optional<Checkpoint> kept = Optional.empty();
    private Optional<Pass> pass = Optional.empty();
    private Optional<Page> page = Optional.empty();
    private int pagesLeft;
    private Optional<Long> notBefore = Optional.empty();

    /**
     * @param maxPages in one round; the next goes on where it stopped
     * @param parameter what the service calls the page's number, for people
     */
    public Paging(Source<?> source, Overlap overlap, int maxPages, String parameter) {
        this(source, overlap, maxPages, parameter, System::nanoTime);
    }

    Paging(Source<?> source, Overlap overlap, int maxPages, String parameter, LongSupplier nanos) {
        this.source = source;
        this.overlap = overlap;
        this.maxPages = maxPages;
        this.parameter = parameter;
        this.nanos = nanos;
    }

    /** A round begins; one that was not finished goes on. */
    public void begin(Exchange exchange) {
        page = Optional.empty();
        if (notBefore.filter(time -> nanos.getAsLong() - time < 0).isPresent()) {
            pagesLeft = 0;
            return;
        }
        notBefore = Optional.empty();
        pagesLeft = maxPages;
        if (pass.isEmpty()) {
            Checkpoint from =
                    kept.or(() -> source.checkpoint().map(Checkpoint::parse)).orElse(Checkpoint.START);
            pass = Optional.of(Pass.after(from, overlap, source.clock(), source.zone()));
        }
    }

    public boolean wantsPage(Exchange exchange) {
        return pagesLeft > 0;
    }

    /** A page is about to be asked for. */
    public void next() {
        pagesLeft--;
        page = Optional.empty();
    }

    /** The change time to ask from, to the second. */
    public Instant from() {
        return current().from();
    }

    /** The number of the page to ask for, from 1. */
    public int nextPage() {
        return current().nextPage();
    }

    /**
     * A page has come: makes the message what the hub is to be given. All headers it had are gone; they may hold a key.
     *
     * @param type its media type
     * @param name for people
     * @throws org.iochub.model.FaultException {@code paging-ignored} when the server sends its first page under every
     *     number
     */
    public void found(Page found, Message message, byte[] body, String type, String name) {
        current().check(found, parameter);
        page = Optional.of(found);
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setHeader(HubHeaders.MESSAGE_ID, current().messageId(found));
        message.setHeader(HubHeaders.MESSAGE_NAME, name);
        message.setHeader(HubHeaders.CHECKPOINT, current().having(found).text());
        message.setBody(body);
    }

    /** The next round tries again: a page that fails is not skipped. */
    public void failed(Exchange exchange) {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        pagesLeft = 0;
        page = Optional.empty();
        if (why instanceof RetryAfter later) {
            notBefore = later.pause()
                    .map(asked -> asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked)
                    .map(asked -> nanos.getAsLong() + asked.toNanos());
        }
        source.waiting(Trouble.of(why));
    }

    public boolean hasRecords(Exchange exchange) {
        return page.filter(found -> !found.isLast()).isPresent();
    }

    public boolean isLast(Exchange exchange) {
        return page.filter(Page::isLast).isPresent();
    }

    /** The page is durable. */
    public void taken(Exchange exchange) {
        current().taken(page.orElseThrow(() -> new IllegalStateException("no page was found")));
    }

    /** The empty page was met: there is nothing more for now. */
    public void finish(Exchange exchange) {
        pagesLeft = 0;
        kept = Optional.of(current().finished(LocalDate.ofInstant(source.clock().instant(), source.zone())));
        pass = Optional.empty();
        source.upToDate();
    }

    private Pass current() {
        return pass.orElseThrow(() -> new IllegalStateException("no round has begun"));
    }
}
