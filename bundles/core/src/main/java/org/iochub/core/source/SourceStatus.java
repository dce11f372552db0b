package org.iochub.core.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Delivered;
import org.iochub.api.Sector;
import org.iochub.model.Text;

/**
 * How an instance is doing.
 *
 * @param detail kebab-case: {@code unreachable}, {@code bad-setting}, {@code store-down}; empty when all is well
 * @param sentence what is going on and what its owner should do
 * @param since when it came into this state
 * @param lastSuccess when a message was last taken, or the source was last found to have nothing new
 * @param totals since the hub started
 * @param lag the age of the newest record's time at its arrival; empty before the first
 * @param times how long its messages took
 * @param confirmations list deletions that wait for a person, by record type
 * @param sector whose data it is; empty while its adapter is not here
 * @param freshness how long it may be silent, where that is agreed
 * @param waiting messages at the hub's door, the one being taken included
 * @param rates what it brought in the last hour
 */
public record SourceStatus(
        String id,
        String adapter,
        String adapterVersion,
        String tenant,
        SourceState state,
        String detail,
        Text sentence,
        Instant since,
        Optional<Instant> lastSuccess,
        Delivered totals,
        Optional<java.time.Duration> lag,
        BatchTimes times,
        Optional<String> checkpoint,
        List<String> recordTypes,
        List<String> confirmations,
        Optional<Sector> sector,
        Optional<java.time.Duration> freshness,
        int waiting,
        Rates rates) {
    /** Of a source of which no more is known. */
    public SourceStatus(
            String id,
            String adapter,
            String adapterVersion,
            String tenant,
            SourceState state,
            String detail,
            Text sentence,
            Instant since,
            Optional<Instant> lastSuccess,
            Delivered totals,
            Optional<java.time.Duration> lag,
            BatchTimes times,
            Optional<String> checkpoint,
            List<String> recordTypes,
            List<String> confirmations) {
        this(
                id,
                adapter,
                adapterVersion,
                tenant,
                state,
                detail,
                sentence,
                since,
                lastSuccess,
                totals,
                lag,
                times,
                checkpoint,
                recordTypes,
                confirmations,
                Optional.empty(),
                Optional.empty(),
                0,
                Rates.NONE);
    }

    /** The same source with the rates of its last hour. */
    public SourceStatus with(Sector whose, Rates lately) {
        return new SourceStatus(
                id,
                adapter,
                adapterVersion,
                tenant,
                state,
                detail,
                sentence,
                since,
                lastSuccess,
                totals,
                lag,
                times,
                checkpoint,
                recordTypes,
                confirmations,
                Optional.of(whose),
                freshness,
                waiting,
                lately);
    }
}
