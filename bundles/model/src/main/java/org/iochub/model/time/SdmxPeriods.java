package org.iochub.model.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;
import org.iochub.model.code.Frequency;

/**
 * Reads periods as SDMX's TIME_PERIOD writes them: {@code 2025}, {@code 2025-A1}, {@code 2025-S1}, {@code 2025-Q1},
 * {@code 2025-M03}, {@code 2025-03}, {@code 2025-W07}, {@code 2025-03-09}, and spans from a day on: {@code
 * 2025-01-01/P9M}.
 */
public final class SdmxPeriods {
    private static final Pattern FORM = Pattern.compile(
            "(?<year>\\d{4})(?:-(?:(?<unit>[ASQMW])(?<count>\\d{1,2})|(?<month>\\d{2})(?:-(?<day>\\d{2})"
                    + "(?:/P(?<months>\\d{1,2})M)?)?))?");

    private SdmxPeriods() {}

    /**
     * Empty when the text has none of the forms.
     *
     * @throws FaultException {@code impossible-date} when it has, and there is no such period
     */
    public static Optional<ReportingPeriod> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(m));
        } catch (DateTimeException e) {
            throw FaultException.of(
                    "impossible-date",
                    "",
                    "Kỳ «" + text + "» không có thật.",
                    "The period \"" + text + "\" does not exist.");
        }
    }

    private static ReportingPeriod read(Matcher m) {
        int year = Integer.parseInt(m.group("year"));
        if (year < 1900 || year > 2200) {
            throw new DateTimeException("year " + year);
        }
        if (m.group("unit") != null) {
            return counted(year, m.group("unit").charAt(0), Integer.parseInt(m.group("count")));
        }
        if (m.group("month") == null) {
            return months(LocalDate.of(year, 1, 1), 12);
        }
        int month = Integer.parseInt(m.group("month"));
        if (m.group("day") == null) {
            return months(LocalDate.of(year, month, 1), 1);
        }
        LocalDate day = LocalDate.of(year, month, Integer.parseInt(m.group("day")));
        return m.group("months") == null
                ? new ReportingPeriod(day, day, Frequency.DAILY, false)
                : months(day, Integer.parseInt(m.group("months")));
    }

    private static ReportingPeriod counted(int year, char unit, int count) {
        return switch (unit) {
            case 'A' -> part(year, count, 12);
            case 'S' -> part(year, count, 6);
            case 'Q' -> part(year, count, 3);
            case 'M' -> part(year, count, 1);
            default -> week(year, count);
        };
    }

    private static ReportingPeriod part(int year, int count, int months) {
        if (count < 1 || count > 12 / months) {
            throw new DateTimeException("part " + count);
        }
        return months(LocalDate.of(year, (count - 1) * months + 1, 1), months);
    }

    private static ReportingPeriod months(LocalDate first, int count) {
        Frequency frequency = switch (count) {
            case 1 -> Frequency.MONTHLY;
            case 3 -> Frequency.QUARTERLY;
            case 6 -> Frequency.HALF_YEARLY;
            case 9 -> Frequency.NINE_MONTHLY;
            case 12 -> Frequency.YEARLY;
            default -> throw new DateTimeException(count + " months");
        };
        LocalDate last = first.getDayOfMonth() == 1
                ? YearMonth.from(first).plusMonths(count - 1L).atEndOfMonth()
                : first.plusMonths(count).minusDays(1);
        return new ReportingPeriod(first, last, frequency, false);
    }

    private static ReportingPeriod week(int year, int week) {
        LocalDate inYear = LocalDate.of(year, 1, 4);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inYear)
                                .getMaximum()) {
            throw new DateTimeException("week " + week);
        }
        LocalDate monday = inYear.with(WeekFields.ISO.weekOfWeekBasedYear(), week)
                .with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        return new ReportingPeriod(monday, monday.plusDays(6), Frequency.WEEKLY, false);
    }
}
