package org.iochub.benchmarks.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of the two that are compared. */
interface Contender {
    /**
     * What a round took.
     *
     * @param seconds from the first byte read until everything is on disk
     * @param bytes of the database when it is closed
     * @param cpu nanoseconds by thread, while the seconds ran
     * @param readSeconds to read everything back and check it; 0 when that is not this one's business
     */
    record Round(double seconds, long bytes, Map<String, Long> cpu, double readSeconds) {}

    /**
     * Takes files in order.
     *
     * @param folder empty, for the database
     */
    Round run(List<Path> files, int records, Path folder) throws Exception;
}
