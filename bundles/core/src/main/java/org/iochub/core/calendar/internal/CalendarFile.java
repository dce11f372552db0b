package org.iochub.core.calendar.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.core.calendar.WorkingCalendar;
import org.iochub.model.Text;

/**
 * Reads {@code holidays.<year>} and {@code working.<year>}: items separated by commas, each a day or a span and a name,
 * {@code 02-16..02-20 Tết Nguyên đán}. Pure.
 *
 * @param wrong what could not be read and is left out
 */
record CalendarFile(WorkingCalendar calendar, List<Text> wrong) {
    private static final Pattern KEY = Pattern.compile("(holidays|working)\\.(\\d{4})");
    private static final Pattern ITEM = Pattern.compile("(\\d{2}-\\d{2})(?:\\.\\.(\\d{2}-\\d{2}))?(?:\\s+(.*))?");
    private static final int LONGEST = 31;

    static CalendarFile read(Map<String, ?> values) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        Set<LocalDate> working = new HashSet<>();
        List<Text> wrong = new ArrayList<>();
        values.forEach((key, value) -> {
            Matcher name = KEY.matcher(key);
            if (!name.matches()) {
                return;
            }
            for (String item : value.toString().split(",")) {
                Matcher parts = ITEM.matcher(item.strip());
                if (item.isBlank()) {
                    continue;
                }
                try {
                    if (!parts.matches()) {
                        throw new DateTimeException("no day");
                    }
                    List<LocalDate> days = days(name.group(2), parts);
                    if (name.group(1).equals("holidays")) {
                        String called =
                                parts.group(3) == null ? "" : parts.group(3).strip();
                        days.forEach(day -> holidays.put(day, called));
                    } else {
                        working.addAll(days);
                    }
                } catch (DateTimeException e) {
                    wrong.add(Text.of(
                            "«" + item.strip() + "» ở khóa «" + key
                                    + "» không phải là ngày như «04-30 Tên ngày lễ» hay «02-16..02-20 Tên»; bỏ qua.",
                            "«" + item.strip() + "» in the key «" + key
                                    + "» is no day such as «04-30 Name» or «02-16..02-20 Name»; it is left out."));
                }
            }
        });
        return new CalendarFile(new WorkingCalendar(holidays, working), List.copyOf(wrong));
    }

    private static List<LocalDate> days(String year, Matcher parts) {
        LocalDate first = LocalDate.parse(year + "-" + parts.group(1));
        LocalDate last = parts.group(2) == null ? first : LocalDate.parse(year + "-" + parts.group(2));
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
            throw new DateTimeException("no span");
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
