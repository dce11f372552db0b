package org.iochub.model.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;
import org.iochub.model.code.Frequency;
import org.iochub.model.text.MatchKey;

/**
 * Reads reporting periods as statistics name them: «tháng 3/2026», «quý I năm 2026», «6 tháng đầu năm 2026», «9 tháng
 * năm 2026», «năm 2026», «năm học 2025-2026», and with «lũy kế» in front. Accents and case do not count.
 */
public final class VietnamesePeriods {
    private interface Reading {
        ReportingPeriod read(Matcher m, boolean cumulative);
    }

    private record Form(Pattern pattern, Reading reading) {}

    /** Of the matching key, in which slashes have become spaces. */
    private static final String YEAR = "(?: nam)? (\\d{4})";

    private static final List<Form> FORMS = List.of(
            form("(?:den )?(?:het )?thang (\\d{1,2})" + YEAR, VietnamesePeriods::month),
            form("quy (iv|i{1,3}|[1-4])" + YEAR, VietnamesePeriods::quarter),
            form("(\\d{1,2}) thang(?: dau)?" + YEAR, VietnamesePeriods::months),
            form("6 thang cuoi" + YEAR, (m, cumulative) -> span(year(m, 1), 7, 12, Frequency.HALF_YEARLY, cumulative)),
            form("(?:ca )?nam (\\d{4})", (m, cumulative) -> span(year(m, 1), 1, 12, Frequency.YEARLY, cumulative)),
            form("(\\d{4})", (m, cumulative) -> span(year(m, 1), 1, 12, Frequency.YEARLY, cumulative)),
            form("nam hoc (\\d{4}) (\\d{4})", VietnamesePeriods::schoolYear));

    private static final Pattern CUMULATIVE = Pattern.compile("^(?:luy|luu) ke ");

    private VietnamesePeriods() {}

    private static Form form(String pattern, Reading reading) {
        return new Form(Pattern.compile(pattern), reading);
    }

    /**
     * @throws FaultException {@code bad-period} when the text is none of the forms, {@code impossible-date} when there
     *     is no such month or year
     */
    public static ReportingPeriod parse(String text) {
        String key = MatchKey.of(text.replace('/', ' ').toLowerCase(Locale.ROOT));
        Matcher prefix = CUMULATIVE.matcher(key);
        boolean cumulative = prefix.find();
        String rest = cumulative ? key.substring(prefix.end()) : key;
        for (Form form : FORMS) {
            Matcher m = form.pattern().matcher(rest);
            if (m.matches()) {
                try {
                    return form.reading().read(m, cumulative);
                } catch (DateTimeException e) {
                    throw FaultException.of(
                            "impossible-date",
                            "",
                            "Kỳ «" + text + "» không có thật.",
                            "The period \"" + text + "\" does not exist.");
                }
            }
        }
        throw FaultException.of(
                "bad-period",
                "",
                "Không đọc được kỳ «" + text + "»; hãy ghi như «tháng 3/2026», «quý I/2026» hoặc «6 tháng đầu năm"
                        + " 2026».",
                "The period \"" + text + "\" cannot be read; write it like «tháng 3/2026», «quý I/2026» or «6 tháng"
                        + " đầu năm 2026».");
    }

    private static ReportingPeriod month(Matcher m, boolean cumulative) {
        int month = Integer.parseInt(m.group(1));
        return span(year(m, 2), cumulative ? 1 : month, month, Frequency.MONTHLY, cumulative);
    }

    private static ReportingPeriod quarter(Matcher m, boolean cumulative) {
        int quarter = switch (m.group(1)) {
            case "i", "1" -> 1;
            case "ii", "2" -> 2;
            case "iii", "3" -> 3;
            default -> 4;
        };
        return span(year(m, 2), cumulative ? 1 : quarter * 3 - 2, quarter * 3, Frequency.QUARTERLY, cumulative);
    }

    /** «6 tháng», «9 tháng» from January on; other counts are sums over months. */
    private static ReportingPeriod months(Matcher m, boolean cumulative) {
        int count = Integer.parseInt(m.group(1));
        Frequency frequency = switch (count) {
            case 3 -> Frequency.QUARTERLY;
            case 6 -> Frequency.HALF_YEARLY;
            case 9 -> Frequency.NINE_MONTHLY;
            case 12 -> Frequency.YEARLY;
            default -> Frequency.MONTHLY;
        };
        return span(year(m, 2), 1, count, frequency, cumulative || frequency == Frequency.MONTHLY);
    }

    /** From September to August: a school year begins on 05/9 and its figures count until the next begins. */
    private static ReportingPeriod schoolYear(Matcher m, boolean cumulative) {
        int first = year(m, 1);
        if (year(m, 2) != first + 1) {
            throw new DateTimeException("not two years in a row");
        }
        return new ReportingPeriod(
                LocalDate.of(first, 9, 1), LocalDate.of(first + 1, 8, 31), Frequency.SCHOOL_YEAR, cumulative);
    }

    private static ReportingPeriod span(int year, int from, int to, Frequency frequency, boolean cumulative) {
        return new ReportingPeriod(
                LocalDate.of(year, from, 1), YearMonth.of(year, to).atEndOfMonth(), frequency, cumulative);
    }

    private static int year(Matcher m, int group) {
        int year = Integer.parseInt(m.group(group));
        if (year < 1900 || year > 2200) {
            throw new DateTimeException("year " + year);
        }
        return year;
    }
}
