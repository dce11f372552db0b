package org.iochub.management.internal;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;

/** Asks for a source's status at the moment somebody looks; zeros for one that has just gone. */
final class SourceFigures implements SourceFiguresMXBean {
    private final Supplier<Optional<SourceStatus>> status;

    SourceFigures(Supplier<Optional<SourceStatus>> status) {
        this.status = status;
    }

    @Override
    public String getAdapter() {
        return status.get().map(SourceStatus::adapter).orElse("");
    }

    @Override
    public String getTenant() {
        return status.get().map(SourceStatus::tenant).orElse("");
    }

    @Override
    public String getState() {
        return status.get().map(each -> each.state().wireName()).orElse("");
    }

    @Override
    public String getSentence() {
        return status.get().map(each -> each.sentence().toString()).orElse("");
    }

    @Override
    public boolean isUp() {
        return status.get().filter(each -> each.state() == SourceState.RUNNING).isPresent();
    }

    @Override
    public long getAccepted() {
        return count(each -> each.totals().accepted());
    }

    @Override
    public long getUnchanged() {
        return count(each -> each.totals().unchanged());
    }

    @Override
    public long getQuarantined() {
        return count(each -> each.totals().quarantined());
    }

    @Override
    public long getWaitingPatches() {
        return count(each -> each.totals().waiting());
    }

    @Override
    public long getLastSuccessTimestamp() {
        return count(each ->
                each.lastSuccess().map(moment -> moment.getEpochSecond()).orElse(0L));
    }

    @Override
    public double getLagSeconds() {
        return figure(each -> each.lag().map(lag -> lag.toMillis() / 1_000.0).orElse(-1.0));
    }

    @Override
    public long getMessages() {
        return count(each -> each.times().count());
    }

    @Override
    public double getMessageSeconds() {
        return figure(each -> each.times().sum().toNanos() / 1e9);
    }

    private long count(ToLongFunction<SourceStatus> figure) {
        return status.get().map(figure::applyAsLong).orElse(0L);
    }

    private double figure(ToDoubleFunction<SourceStatus> figure) {
        return status.get().map(figure::applyAsDouble).orElse(0.0);
    }
}
