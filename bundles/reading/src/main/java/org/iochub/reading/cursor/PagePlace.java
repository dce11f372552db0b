package org.iochub.reading.cursor;

/**
 * Where the next page of a snapshot starts.
 *
 * @param feed the place in the log that was fixed before the first row
 * @param type the record type the last page ended in
 * @param afterId the last id of that page; empty for the start of the type
 */
public record PagePlace(Place feed, String type, String afterId) {}
