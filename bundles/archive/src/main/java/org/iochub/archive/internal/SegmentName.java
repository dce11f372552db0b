package org.iochub.archive.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A segment: its number counts up within the source, so that a missing one shows, whatever the clock did.
 *
 * @param day of the first message, for people
 */
record SegmentName(int number, LocalDate day) implements Comparable<SegmentName> {
    private static final Pattern FORM = Pattern.compile("(\\d{8})-(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern PLACE = Pattern.compile("(.+)\\.(\\d{10})");

    /** Where a frame begins. */
    record Place(SegmentName segment, long offset) {
        static Optional<Place> of(String text) {
            Matcher matcher = PLACE.matcher(text);
            return matcher.matches()
                    ? SegmentName.of(matcher.group(1)).map(name -> new Place(name, Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "%s.%010d".formatted(segment, offset);
        }
    }

    static Optional<SegmentName> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SegmentName(Integer.parseInt(matcher.group(1)), LocalDate.parse(matcher.group(2))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Place place(long offset) {
        return new Place(this, offset);
    }

    String file() {
        return this + ".seg";
    }

    String index() {
        return this + ".idx";
    }

    /** What of it is being overwritten. */
    String erasing() {
        return this + ".erase";
    }

    @Override
    public int compareTo(SegmentName other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "%08d-%s".formatted(number, day);
    }
}
