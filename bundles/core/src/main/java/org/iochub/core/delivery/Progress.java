package org.iochub.core.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a delivery stands; kept over restarts.
 *
 * @param place what is acknowledged
 * @param underWay the last position of the batch that was sent and not acknowledged yet: after a crash the very same
 *     batch goes out again
 * @param attempts failures since the last success
 * @param nextAttempt not before this
 */
public record Progress(
        DeliveryPlace place,
        OptionalLong underWay,
        int attempts,
        Optional<Instant> lastSuccess,
        Optional<Trouble> trouble,
        Optional<Instant> nextAttempt) {
    public static Progress from(DeliveryPlace place) {
        return new Progress(place, OptionalLong.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** About to send everything up to this position. */
    public Progress sending(long to) {
        return new Progress(place, OptionalLong.of(to), attempts, lastSuccess, trouble, nextAttempt);
    }

    /** There was nothing to send up to here. */
    public Progress moved(long to) {
        return new Progress(
                new DeliveryPlace(place.epoch(), to),
                OptionalLong.empty(),
                attempts,
                lastSuccess,
                trouble,
                nextAttempt);
    }

    public Progress acknowledged(long to, Instant at) {
        return new Progress(
                new DeliveryPlace(place.epoch(), to),
                OptionalLong.empty(),
                0,
                Optional.of(at),
                Optional.empty(),
                Optional.empty());
    }

    public Progress failed(Trouble why, Instant next) {
        return new Progress(place, underWay, attempts + 1, lastSuccess, Optional.of(why), Optional.of(next));
    }

    /** Stands still for this reason, until somebody resumes it. */
    public Progress stopped(Trouble why) {
        return new Progress(place, underWay, attempts, lastSuccess, Optional.of(why), Optional.empty());
    }

    /** From the next moment on, without what was wrong before. */
    public Progress anew() {
        return new Progress(place, underWay, 0, lastSuccess, Optional.empty(), Optional.empty());
    }
}
