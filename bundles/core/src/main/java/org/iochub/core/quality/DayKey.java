package org.iochub.core.quality;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What is counted together.
 *
 * @param day in Asia/Ho_Chi_Minh, by when the hub recorded or refused
 * @param type {@code unknown} for what was refused before its type was known
 */
public record DayKey(LocalDate day, String source, String type) implements Comparable<DayKey> {
    /** The type of what was refused before anybody could tell. */
    public static final String UNKNOWN = "unknown";

    private static final Comparator<DayKey> ORDER =
            Comparator.comparing(DayKey::day).thenComparing(DayKey::source).thenComparing(DayKey::type);

    @Override
    public int compareTo(DayKey other) {
        return ORDER.compare(this, other);
    }
}
