package org.iochub.feed.internal.cursor;

/** A place in the log of one epoch; a reader goes on behind it. */
public record Place(String epoch, long position) {}
