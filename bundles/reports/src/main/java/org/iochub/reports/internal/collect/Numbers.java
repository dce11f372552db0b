package org.iochub.reports.internal.collect;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people in Viet Nam write them. */
final class Numbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

    private Numbers() {}

    static String count(long number) {
        return format("#,##0").format(number);
    }

    /** From 0 to 1; a dash where nothing could be measured. */
    static String percent(double share) {
        return Double.isNaN(share) ? "—" : format("#,##0.0").format(share * 100) + " %";
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    static String span(Duration span) {
        long minutes = span.toMinutes();
        if (minutes < 120) {
            return minutes + " phút";
        }
        return minutes < 2_880 ? minutes / 60 + " giờ" : minutes / 1_440 + " ngày";
    }
}
