package org.iochub.core.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Delivered;
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
        List<String> confirmations) {}
