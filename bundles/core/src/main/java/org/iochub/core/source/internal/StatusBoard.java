package org.iochub.core.source.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.iochub.api.Delivered;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.Rates;
import org.iochub.core.source.SourceState;
import org.iochub.model.Text;

/** How one instance is doing; written by its routes and its life cycle, read by anyone. */
final class StatusBoard {
    private static final Text ALL_WELL = Text.of("Đang chạy bình thường.", "Running as it should.");
    private static final Text NO_MESSAGE_YET = Text.of(
            "Đã khởi động, chưa nhận được thông điệp nào từ nguồn.", "Started; no message from the source yet.");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Clock clock;
    private SourceState state = SourceState.STARTING;
    private String detail = "";
    private Text sentence = Text.of("Đang khởi động.", "Starting.");
    private Optional<Text> concern = Optional.empty();
    private Instant since;
    private Optional<Instant> lastSuccess = Optional.empty();
    private Delivered totals = new Delivered(0, 0, 0, 0, 0);
    private Optional<Duration> lag = Optional.empty();
    private BatchTimes times = BatchTimes.NONE;
    private final RateHistory history;

    StatusBoard(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
        this.history = new RateHistory(clock);
    }

    synchronized void set(SourceState next, String nextDetail, Text nextSentence) {
        if (state != next) {
            since = clock.instant();
        }
        if (next == SourceState.STARTING || next == SourceState.STOPPED) {
            concern = Optional.empty();
        }
        state = next;
        detail = nextDetail;
        sentence = nextSentence;
    }

    /** Its routes run; what they said of themselves meanwhile stands. */
    synchronized void started() {
        if (state == SourceState.STARTING) {
            set(SourceState.RUNNING, "", lastSuccess.isPresent() ? ALL_WELL : NO_MESSAGE_YET);
        }
    }

    /** A message was taken, or the source had nothing new. */
    synchronized void succeeded(Delivered delivered, Optional<Duration> newLag) {
        lastSuccess = Optional.of(clock.instant());
        totals = totals.plus(delivered);
        history.add(delivered);
        if (newLag.isPresent()) {
            lag = newLag;
        }
        if (state != SourceState.STOPPED) {
            set(SourceState.RUNNING, "", ALL_WELL);
        }
    }

    synchronized Rates rates() {
        return history.rates();
    }

    /** What people should know while it runs; stands until it is replaced. */
    synchronized void concern(Optional<Text> what) {
        concern = what;
    }

    /** A message was taken in so much time. */
    synchronized void took(Duration time) {
        times = times.plus(time);
    }

    /** As {@link #snapshot()}; a source that runs and has been silent for longer than that says so. */
    synchronized Snapshot snapshot(Optional<Duration> freshness) {
        Snapshot now = snapshot();
        Instant last = lastSuccess.orElse(since);
        boolean silent = state == SourceState.RUNNING
                && freshness
                        .filter(allowed -> last.plus(allowed).isBefore(clock.instant()))
                        .isPresent();
        return silent
                ? new Snapshot(
                        state, "silent", silence(last, freshness.orElseThrow()), since, lastSuccess, totals, lag, times)
                : now;
    }

    private static Text silence(Instant last, Duration allowed) {
        String moment = TIME.format(last);
        return Text.of(
                "Không nhận được gì từ " + moment + ", lâu hơn mức đã thống nhất (" + span(allowed)
                        + "); hãy hỏi đơn vị quản lý nguồn.",
                "Nothing came since " + moment + ", which is longer than agreed (" + span(allowed)
                        + "); ask the source's owner.");
    }

    private static String span(Duration allowed) {
        return allowed.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    synchronized Snapshot snapshot() {
        boolean concerned = state == SourceState.RUNNING && concern.isPresent();
        return new Snapshot(
                state,
                concerned ? "concern" : detail,
                concerned ? concern.orElseThrow() : sentence,
                since,
                lastSuccess,
                totals,
                lag,
                times);
    }

    record Snapshot(
            SourceState state,
            String detail,
            Text sentence,
            Instant since,
            Optional<Instant> lastSuccess,
            Delivered totals,
            Optional<Duration> lag,
            BatchTimes times) {}
}
