package org.iochub.core.quality;

import java.time.LocalDate;

/**
 * Something seen that must count only once: a unit or a span of a day, a content.
 *
 * @param day when it was last seen
 * @param owner the record that was the first with it; empty where that does not count
 */
public record Mark(Key key, LocalDate day, String owner) {
    /** @param what at most 100 characters, never personal */
    public record Key(String source, String type, String kind, String what) {}
}
