package org.iochub.core.log;

/**
 * Where the log stands.
 *
 * @param epoch changes when the log is restored from a backup: cursors of another epoch are not comparable
 * @param position the last position that is on disk; 0 for an empty log
 * @param oldest the first position still kept; {@code position + 1} for an empty log
 */
public record FeedHead(String epoch, long position, long oldest) {}
