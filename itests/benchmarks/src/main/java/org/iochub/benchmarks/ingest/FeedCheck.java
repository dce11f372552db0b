package org.iochub.benchmarks.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;

/** Reads the whole feed as a reader does, slice by slice. */
final class FeedCheck {
    private static final int LIMIT = 10_000;
    private static final long MAX_BYTES = 8 << 20;

    private FeedCheck() {}

    /** @throws IllegalStateException when a report is missing, twice, or out of order */
    static void everyReportOnceInOrder(FeedLog feed, int reports) throws IOException {
        ObjectReader json = new ObjectMapper().reader();
        int seen = 0;
        long after = 0;
        FeedSlice slice;
        do {
            slice = feed.read(FeedFilter.all(), after, LIMIT, MAX_BYTES);
            for (LoggedRecord record : slice.records()) {
                String code = json.readTree(record.data()).path("reportCode").asText();
                if (record.position() <= after
                        || record.op() != Operation.UPSERT
                        || !code.equals(MadeUpReports.code(seen))) {
                    throw new IllegalStateException(
                            "the feed has " + code + " where " + MadeUpReports.code(seen) + " belongs: " + record);
                }
                after = record.position();
                seen++;
            }
            after = slice.scannedTo();
        } while (slice.more());
        if (seen != reports) {
            throw new IllegalStateException("the feed has " + seen + " records of " + reports);
        }
    }
}
