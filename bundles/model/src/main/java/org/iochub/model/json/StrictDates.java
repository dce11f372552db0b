package org.iochub.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads dates and date-times as ISO 8601 texts only: no numbers, no arrays, no date-time where a date belongs. */
final class StrictDates {
    private StrictDates() {}

    static final class Day extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, in);
            }
            try {
                return LocalDate.parse(in.getText());
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, in.getText(), "not a date");
            }
        }
    }

    static final class Moment extends JsonDeserializer<OffsetDateTime> {
        @Override
        public OffsetDateTime deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, in);
            }
            String text = in.getText();
            try {
                return isCommon(text) ? common(text) : OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                return (OffsetDateTime)
                        context.handleWeirdStringValue(OffsetDateTime.class, text, "not a date-time with an offset");
            }
        }
    }

    /** Whole seconds and an offset of hours and minutes: what the hub itself mostly writes. */
    private static boolean isCommon(String text) {
        return text.length() == 25
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (text.charAt(19) == '+' || text.charAt(19) == '-')
                && text.charAt(22) == ':';
    }

    private static OffsetDateTime common(String text) {
        int minutes = two(text, 20) * 60 + two(text, 23);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((text.charAt(19) == '-' ? -60 : 60) * minutes);
        return OffsetDateTime.of(
                two(text, 0) * 100 + two(text, 2),
                two(text, 5),
                two(text, 8),
                two(text, 11),
                two(text, 14),
                two(text, 17),
                0,
                offset);
    }

    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new DateTimeException("no digits at " + at);
        }
        return tens * 10 + ones;
    }
}
