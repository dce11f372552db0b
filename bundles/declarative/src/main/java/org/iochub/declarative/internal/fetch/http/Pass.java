package org.iochub.declarative.internal.fetch.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.http.Checkpoint.Progress;
import org.iochub.declarative.internal.fetch.http.Checkpoint.State;

/**
 * The reading of all pages, one after the other, which may take several rounds of the timer. It begins behind the
 * watermark, so that ties and late commits are met again; the hub drops what it has. Used by one thread.
 *
 * <p>While numbered pages are read, a record that changes may leave a page already read, and every record behind it
 * moves up: one may slip onto that page unseen. A change that is newer than the pass tells of it; then the pass is read
 * again from where it began.
 */
final class Pass {
    /** A source that is always busy must not hold the watermark for ever; the wider reading catches the rest. */
    private static final int MOST_REREADS = 3;

    /** What a page turned out to hold. */
    record Page(Optional<String> next, Optional<Instant> latest, Optional<Instant> date, State state) {}

    private final Checkpoint before;
    private final long number;
    private final Paging paging;
    private final Optional<Watermark> watermark;
    private final Clock clock;
    private final ZoneId zone;
    private Progress progress;
    private State state;
    private boolean delivered;

    private Pass(
            Checkpoint before,
            long number,
            Paging paging,
            Optional<Watermark> watermark,
            Clock clock,
            ZoneId zone,
            Progress progress) {
        this.before = before;
        this.number = number;
        this.paging = paging;
        this.watermark = watermark;
        this.clock = clock;
        this.zone = zone;
        this.progress = progress;
        this.state = before.state();
    }

    /**
     * The pass that follows from what was kept: the rest of one that was broken off, or a new one.
     *
     * @param usable whether the rest can still be asked for
     */
    static Pass after(
            Checkpoint kept,
            boolean usable,
            Paging paging,
            Optional<Watermark> watermark,
            Fill fill,
            Clock clock,
            ZoneId zone) {
        if (kept.progress().isPresent() && usable) {
            return new Pass(
                    kept,
                    kept.pass(),
                    paging,
                    watermark,
                    clock,
                    zone,
                    kept.progress().get());
        }
        Instant now = clock.instant();
        boolean wide = watermark
                .flatMap(Watermark::nightlyAt)
                .filter(at -> {
                    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
                    boolean done = kept.widened()
                            .filter(day -> !day.isBefore(local.toLocalDate()))
                            .isPresent();
                    return !done && !local.toLocalTime().isBefore(at);
                })
                .isPresent();
        Optional<Instant> from = watermark.map(mark -> kept.watermark()
                .map(at -> at.minus(fill.span(wide ? mark.nightlyOverlap() : mark.overlap())))
                .orElseGet(() -> mark.start(fill, now, zone))
                .truncatedTo(ChronoUnit.SECONDS));
        Progress progress = new Progress(from, now, paging.first(), 1, Optional.empty(), Optional.empty(), wide);
        return new Pass(kept, kept.pass() + 1, paging, watermark, clock, zone, progress);
    }

    Optional<Instant> from() {
        return progress.from();
    }

    Instant to() {
        return progress.to();
    }

    String place() {
        return progress.place();
    }

    /** From 1. */
    int page() {
        return progress.number();
    }

    State state() {
        return state;
    }

    /** The same whenever the same content comes again at this place of this pass. */
    String messageId(String digest) {
        String where = place().length() <= 60 ? place() : Integer.toHexString(place().hashCode()) + "-" + page();
        return number + "/" + where + "/" + digest;
    }

    /** What to keep once the page is durable. */
    Checkpoint having(Page page) {
        return page.next().isPresent()
                ? new Checkpoint(
                        number,
                        before.watermark(),
                        before.widened(),
                        before.rereads(),
                        Optional.of(after(page)),
                        page.state())
                : finished(after(page), page.state(), number);
    }

    /** The page is durable, or known to be. */
    void taken(Page page, boolean wasDelivered) {
        progress = after(page);
        state = page.state();
        delivered |= wasDelivered;
    }

    /** The pass is at its end: what the next one starts from. */
    Checkpoint finished() {
        return finished(progress, state, delivered ? number : before.pass());
    }

    private Checkpoint finished(Progress end, State latest, long pass) {
        if (disturbed(end) && before.rereads() < MOST_REREADS) {
            // From the same time once more; a wider reading stays due.
            Progress again = new Progress(
                    end.from(), end.to(), paging.first(), 1, Optional.empty(), Optional.empty(), end.wide());
            return new Checkpoint(
                    pass + 1, before.watermark(), before.widened(), before.rereads() + 1, Optional.of(again), latest);
        }
        Optional<LocalDate> widened = end.wide() ? Optional.of(LocalDate.ofInstant(end.to(), zone)) : before.widened();
        return new Checkpoint(pass, mark(end), widened, 0, Optional.empty(), latest);
    }

    private boolean disturbed(Progress end) {
        return paging.shifts()
                && end.number() > 2
                && end.seen().isPresent()
                && end.began()
                        .filter(began -> !end.seen().get().isBefore(began))
                        .isPresent();
    }

    private Optional<Instant> mark(Progress end) {
        if (watermark.isEmpty()) {
            return Optional.empty();
        }
        if (watermark.get().value().isEmpty()) {
            return Optional.of(end.to());
        }
        // The source's clock may be ahead: what comes by now must not lie behind the mark.
        Instant now = clock.instant();
        return later(before.watermark(), end.seen().map(at -> at.isAfter(now) ? now : at));
    }

    private Progress after(Page page) {
        return new Progress(
                progress.from(),
                progress.to(),
                page.next().orElse(progress.place()),
                progress.number() + 1,
                later(progress.seen(), page.latest()),
                progress.began().or(() -> page.date().or(() -> Optional.of(clock.instant()))),
                progress.wide());
    }

    private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return a.get().isAfter(b.get()) ? a : b;
    }
}
