package org.iochub.api.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.poll.Checkpoint.Progress;
import org.iochub.model.FaultException;

/**
 * The reading of all pages from one update time on, page after page until an empty one, which may take several rounds
 * of the timer. It starts behind the watermark, so that ties and late commits are met again; the hub drops what it has.
 *
 * <p>While pages are read, an entry that changes moves from a page already read to a later one, and every entry
 * behind its old place moves up: one of them may slip from the next page onto the one already read. Such an entry
 * meets us again with a later update time. Then the pass is read again from where it began.
 */
final class Pass {
    /** A server that is always busy must not hold the watermark for ever; the wider reading catches the rest. */
    private static final int MOST_REREADS = 3;
    /** Shifts of what comes behind so many entries are left to the wider reading. */
    private static final int MOST_MET = 100_000;
    /** Clocks differ; a change later than this is a mistake, which must not hide what really comes. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final Checkpoint before;
    private final Clock clock;
    private final Map<String, Instant> met = new HashMap<>();
    private Progress progress;
    private boolean disturbed;
    private Optional<String> firstDigest = Optional.empty();

    private Pass(Checkpoint before, Progress progress, boolean disturbed, Clock clock) {
        this.before = before;
        this.clock = clock;
        this.progress = progress;
        this.disturbed = disturbed;
    }

    /** The pass that follows from what was kept: the rest of one that was broken off, or a new one. */
    static Pass after(Checkpoint kept, Overlap overlap, Clock clock, ZoneId zone) {
        if (kept.progress().isPresent()) {
            Progress rest = kept.progress().get();
            // Behind the first page, what shifted before the interruption is not known any more.
            return new Pass(kept, rest, rest.nextPage() > 1, clock);
        }
        boolean wide = overlap.wideDue(kept.widened(), clock, zone);
        Instant from = overlap.from(kept.watermark(), wide, clock.instant());
        return new Pass(kept, new Progress(from, 1, Optional.empty(), wide), false, clock);
    }

    Instant from() {
        return progress.from();
    }

    int nextPage() {
        return progress.nextPage();
    }

    /** The same whenever the same content comes again at this place. */
    String messageId(Page page) {
        return progress.from() + "/" + progress.nextPage() + "/" + page.digest();
    }

    /** What to keep once the page is durable. */
    Checkpoint having(Page page) {
        return new Checkpoint(before.watermark(), before.widened(), before.rereads(), Optional.of(progressAfter(page)));
    }

    /**
     * @param parameter what the service calls the page's number
     * @throws FaultException {@code paging-ignored} when the server sends its first page under every number
     */
    void check(Page page, String parameter) {
        if (progress.nextPage() > 1 && firstDigest.equals(Optional.of(page.digest())) && !page.isLast()) {
            throw FaultException.of(
                    "paging-ignored",
                    parameter,
                    "Máy chủ trả về cùng một trang cho mọi số trang nên không đọc hết được; hãy tăng pageSize hoặc yêu"
                            + " cầu nguồn hỗ trợ tham số "
                            + parameter + ".",
                    "The server sends the same page under every number, so that not everything can be read; raise"
                            + " pageSize or ask for support of the parameter "
                            + parameter + ".");
        }
    }

    /** The page is durable. */
    void taken(Page page) {
        if (progress.nextPage() == 1) {
            firstDigest = Optional.of(page.digest());
        }
        page.changed().forEach((id, at) -> {
            Instant earlier = met.size() < MOST_MET || met.containsKey(id) ? met.put(id, at) : null;
            disturbed |= earlier != null && at.isAfter(earlier);
        });
        progress = progressAfter(page);
    }

    /** The pass is at its end: what the next one starts from. */
    Checkpoint finished(LocalDate today) {
        Optional<LocalDate> widened = progress.wide() ? Optional.of(today) : before.widened();
        if (disturbed && before.rereads() < MOST_REREADS) {
            // From the same time once more; a wider reading stays due.
            Progress again = new Progress(progress.from(), 1, Optional.empty(), progress.wide());
            return new Checkpoint(before.watermark(), before.widened(), before.rereads() + 1, Optional.of(again));
        }
        return new Checkpoint(later(before.watermark(), progress.seen()), widened, 0, Optional.empty());
    }

    private Progress progressAfter(Page page) {
        return new Progress(
                progress.from(),
                progress.nextPage() + 1,
                later(progress.seen(), page.latestUntil(clock.instant().plus(CLOCKS_DIFFER))),
                progress.wide());
    }

    private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return a.get().isAfter(b.get()) ? a : b;
    }
}
