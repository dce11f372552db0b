package org.iochub.core.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What a backup holds.
 *
 * @param epoch the log's
 * @param position the last position of the log in it
 * @param rows of all tables
 * @param files besides the store
 * @param bytes of the backup's file
 */
public record BackupReport(
        Path file, String hubId, String epoch, long position, Instant at, long rows, long files, long bytes) {}
