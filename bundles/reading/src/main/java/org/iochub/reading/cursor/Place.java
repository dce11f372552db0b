package org.iochub.reading.cursor;

/** A place in the log of one epoch; a reader goes on behind it. */
public record Place(String epoch, long position) {}
