package org.iochub.routes.petitions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Source;
import org.iochub.model.FaultException;
import org.iochub.routes.petitions.internal.Checkpoint.Progress;

/**
 * The reading of all pages from one update time on, page after page until an empty one, which may take several rounds
 * of the timer. It starts behind the watermark, so that ties and late commits are met again; the hub drops what it has.
 *
 * <p>While pages are read, a petition that changes moves from a page already read to a later one, and every petition
 * behind its old place moves up: one of them may slip from the next page onto the one already read. Such a petition
 * meets us again with a later update time. Then the pass is read again from where it began.
 */
final class Pass {
    /** A server that is always busy must not hold the watermark for ever; the wider reading catches the rest. */
    private static final int MOST_REREADS = 3;

    private final Checkpoint before;
    private final Map<String, Instant> met = new HashMap<>();
    private Progress progress;
    private boolean disturbed;
    private Optional<String> firstDigest = Optional.empty();

    private Pass(Checkpoint before, Progress progress, boolean disturbed) {
        this.before = before;
        this.progress = progress;
        this.disturbed = disturbed;
    }

    /** The pass that follows from what was kept: the rest of one that was broken off, or a new one. */
    static Pass after(Checkpoint kept, Source<PetitionsSettings> source) {
        if (kept.progress().isPresent()) {
            Progress rest = kept.progress().get();
            // Behind the first page, what shifted before the interruption is not known any more.
            return new Pass(kept, rest, rest.nextPage() > 1);
        }
        PetitionsSettings settings = source.settings();
        Instant now = source.clock().instant();
        boolean wide = due(kept, settings, now, source);
        Instant from = kept.watermark()
                .map(mark -> mark.minus(wide ? settings.nightlyOverlap() : settings.overlap()))
                .orElse(now.minus(settings.history()));
        return new Pass(kept, new Progress(from.truncatedTo(ChronoUnit.SECONDS), 1, Optional.empty(), wide), false);
    }

    private static boolean due(
            Checkpoint kept, PetitionsSettings settings, Instant now, Source<PetitionsSettings> source) {
        LocalDateTime local = LocalDateTime.ofInstant(now, source.zone());
        boolean doneToday =
                kept.widened().filter(day -> !day.isBefore(local.toLocalDate())).isPresent();
        return !doneToday && !local.toLocalTime().isBefore(LocalTime.parse(settings.nightlyAt()));
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

    /** Whether the page is the empty one that ends the pass. */
    boolean endsWith(Page page) {
        return page.elements() == 0;
    }

    /**
     * @throws FaultException {@code paging-ignored} when the server sends its first page under every number
     */
    void check(Page page) {
        if (progress.nextPage() > 1 && firstDigest.equals(Optional.of(page.digest())) && !endsWith(page)) {
            throw FaultException.of(
                    "paging-ignored",
                    "Trang",
                    "Máy chủ trả về cùng một trang cho mọi số trang nên không đọc hết được; hãy tăng pageSize hoặc yêu"
                            + " cầu nguồn hỗ trợ tham số Trang.",
                    "The server sends the same page under every number, so that not everything can be read; raise"
                            + " pageSize or ask for support of the parameter Trang.");
        }
    }

    /** The page is durable. */
    void taken(Page page) {
        if (progress.nextPage() == 1) {
            firstDigest = Optional.of(page.digest());
        }
        page.updated().forEach((id, at) -> {
            Instant earlier = met.put(id, at);
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
                progress.from(), progress.nextPage() + 1, later(progress.seen(), page.latest()), progress.wide());
    }

    private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return a.get().isAfter(b.get()) ? a : b;
    }
}
