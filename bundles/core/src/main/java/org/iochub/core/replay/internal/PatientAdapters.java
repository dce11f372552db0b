package org.iochub.core.replay.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.iochub.model.FaultException;

/**
 * Adapters for the worker of jobs: after a start of the hub, and while an adapter is exchanged, a source is not ready for some
 * moments, which says nothing about its messages. Only one that stays away is taken for gone.
 */
public final class PatientAdapters implements Adapters {
    static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The job comes again; never an outcome. */
    static final String NOT_YET = "source-not-yet";

    private static final String NOT_READY = "source-not-ready";

    private final Adapters adapters;
    private final LongSupplier nanos;
    /** By source, since when it is away. */
    private final Map<String, Long> away = new ConcurrentHashMap<>();

    /** @param nanos a clock that only goes on */
    public PatientAdapters(Adapters adapters, LongSupplier nanos) {
        this.adapters = adapters;
        this.nanos = nanos;
    }

    /** @throws FaultException {@code source-not-yet} for a while, then {@code source-not-ready} */
    @Override
    public Use open(String source, long fence) {
        try {
            Use use = adapters.open(source, fence);
            away.remove(source);
            return use;
        } catch (FaultException e) {
            long now = nanos.getAsLong();
            if (e.fault().code().equals(NOT_READY)
                    && now - away.computeIfAbsent(source, first -> now) < PATIENCE.toNanos()) {
                throw FaultException.of(
                        NOT_YET,
                        source,
                        "Nguồn " + source + " chưa sẵn sàng; công việc chờ nguồn trở lại.",
                        "The source " + source + " is not ready yet; the job waits for it.");
            }
            throw e;
        }
    }
}
