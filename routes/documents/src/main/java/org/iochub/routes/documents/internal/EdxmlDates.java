package org.iochub.routes.documents.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.time.DateStyle;
import org.iochub.model.time.VietnameseDates;

/**
 * Dates as edXML has them ({@code yyyy/MM/dd}, with or without a time), as older gateways write them
 * ({@code dd/MM/yyyy}) and as some count them (milliseconds since 1970). The shapes do not overlap, so that nothing is
 * guessed.
 */
final class EdxmlDates {
    private static final Pattern MILLIS = Pattern.compile("\\d{11,14}");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}[/-].*");
    private static final Pattern WITH_OFFSET = Pattern.compile("\\d{4}-.*T.*(Z|[+-]\\d{2}:?\\d{2})");
    private static final int EARLIEST_YEAR = 1945;

    private EdxmlDates() {}

    /**
     * @throws FaultException {@code impossible-date}
     */
    static LocalDate day(String text, String field) {
        try {
            return sane(VietnameseDates.date(text.strip(), style(text.strip())), text, field);
        } catch (FaultException e) {
            throw impossible(text, field);
        }
    }

    /**
     * @throws FaultException {@code impossible-date}
     */
    static OffsetDateTime time(String text, String field) {
        try {
            OffsetDateTime time = VietnameseDates.dateTime(text.strip(), style(text.strip()));
            sane(time.toLocalDate(), text, field);
            return time;
        } catch (FaultException e) {
            throw impossible(text, field);
        }
    }

    private static DateStyle style(String text) {
        if (MILLIS.matcher(text).matches()) {
            return DateStyle.EPOCH_MILLIS;
        }
        if (WITH_OFFSET.matcher(text).matches()) {
            return DateStyle.ISO;
        }
        return YEAR_FIRST.matcher(text).matches() ? DateStyle.YEAR_FIRST : DateStyle.DAY_FIRST;
    }

    private static LocalDate sane(LocalDate day, String text, String field) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > 2200) {
            throw impossible(text, field);
        }
        return day;
    }

    private static FaultException impossible(String text, String field) {
        String shown = Shown.of(text);
        return FaultException.of(
                "impossible-date",
                field,
                "«" + shown + "» ở «" + field
                        + "» không phải ngày có thật theo yyyy/MM/dd, dd/MM/yyyy hay mili giây; hãy sửa ở nguồn.",
                "\"" + shown + "\" in \"" + field
                        + "\" is no real date as yyyy/MM/dd, dd/MM/yyyy or milliseconds; mend it at the source.");
    }
}
