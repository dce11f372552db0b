package org.iochub.core.erasure;

import java.util.List;

/**
 * Where a record was removed.
 *
 * @param versions emptied in history and log
 * @param patches that waited for the record
 * @param quarantined entries of the quarantine from the same places of the same messages
 * @param position of the delete in the log
 * @param messages that brought it, as {@code source: message}: their raw forms may lie in the archive as long as its limits
 *     say
 */
public record ErasureReport(int versions, int patches, int quarantined, long position, List<String> messages) {
    public ErasureReport {
        messages = List.copyOf(messages);
    }
}
