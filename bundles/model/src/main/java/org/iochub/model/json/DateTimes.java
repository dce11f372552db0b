package org.iochub.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.OffsetDateTime;

/** RFC 3339 with the offset as given: seconds always, fractions without trailing zeros, {@code Z} for offset zero. */
final class DateTimes extends JsonSerializer<OffsetDateTime> {
    @Override
    public void serialize(OffsetDateTime value, JsonGenerator out, SerializerProvider provider) throws IOException {
        char[] text = new char[36];
        out.writeString(text, 0, format(value, text));
    }

    /** Writes the digits itself: a DateTimeFormatter costs more than the rest of a record. */
    static int format(OffsetDateTime value, char[] out) {
        int year = value.getYear();
        if (year < 0 || year > 9_999) {
            throw new IllegalArgumentException("RFC 3339 has years 0 to 9999 only: " + value);
        }
        int at = two(year / 100, out, 0);
        at = two(year % 100, out, at);
        out[at++] = '-';
        at = two(value.getMonthValue(), out, at);
        out[at++] = '-';
        at = two(value.getDayOfMonth(), out, at);
        out[at++] = 'T';
        at = two(value.getHour(), out, at);
        out[at++] = ':';
        at = two(value.getMinute(), out, at);
        out[at++] = ':';
        at = two(value.getSecond(), out, at);
        at = fraction(value.getNano(), out, at);
        return offset(value.getOffset().getTotalSeconds(), out, at);
    }

    private static int two(int number, char[] out, int at) {
        out[at] = (char) ('0' + number / 10);
        out[at + 1] = (char) ('0' + number % 10);
        return at + 2;
    }

    private static int fraction(int nano, char[] out, int at) {
        if (nano == 0) {
            return at;
        }
        out[at] = '.';
        int digits = 9;
        int rest = nano;
        while (rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        for (int i = digits; i > 0; i--) {
            out[at + i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return at + 1 + digits;
    }

    private static int offset(int seconds, char[] out, int at) {
        int next = at;
        if (seconds == 0) {
            out[next++] = 'Z';
            return next;
        }
        if (seconds % 60 != 0) {
            throw new IllegalArgumentException("RFC 3339 has offsets of whole minutes only: " + seconds + " s");
        }
        int minutes = Math.abs(seconds) / 60;
        out[next++] = seconds < 0 ? '-' : '+';
        next = two(minutes / 60, out, next);
        out[next++] = ':';
        return two(minutes % 60, out, next);
    }
}
