package org.iochub.core.log;

import java.util.List;

/**
 * A piece of the log.
 *
 * @param records in order of position
 * @param scannedTo every position up to here was looked at: the place to go on from
 * @param more whether the log already holds positions after {@code scannedTo}
 */
public record FeedSlice(List<LoggedRecord> records, long scannedTo, boolean more) {
    public FeedSlice {
        records = List.copyOf(records);
    }
}
