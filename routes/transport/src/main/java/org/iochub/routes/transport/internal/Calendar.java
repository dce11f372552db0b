package org.iochub.routes.transport.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/** On which days services run: {@code calendar.txt} and its exceptions. For one thread. */
final class Calendar {
    private static final int MOST_EXCEPTIONS = 1_000_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private record Regular(Set<DayOfWeek> weekdays, LocalDate first, LocalDate last) {
        boolean runs(LocalDate day) {
            return weekdays.contains(day.getDayOfWeek()) && !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private final Map<String, Regular> regular = new HashMap<>();
    private final Map<String, Set<LocalDate>> added = new HashMap<>();
    private final Map<String, Set<LocalDate>> removed = new HashMap<>();
    private int exceptions;

    /** A row of {@code calendar.txt}. */
    void regular(Csv.Row row) {
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            String column = weekday.name().toLowerCase(Locale.ROOT);
            if (flag(row, column, "0", "1") == 1) {
                weekdays.add(weekday);
            }
        }
        LocalDate first = day(row, "start_date");
        LocalDate last = day(row, "end_date");
        if (last.isBefore(first)) {
            throw FaultException.of(
                    "impossible-date",
                    "end_date",
                    "end_date sớm hơn start_date; hãy sửa ở nguồn.",
                    "end_date lies before start_date; mend it at the source.");
        }
        regular.put(row.require("service_id"), new Regular(weekdays, first, last));
    }

    /** A row of {@code calendar_dates.txt}. */
    void exception(Csv.Row row) {
        if (++exceptions > MOST_EXCEPTIONS) {
            throw FaultException.of(
                    "too-large",
                    "calendar_dates.txt",
                    "calendar_dates.txt có hơn " + MOST_EXCEPTIONS + " dòng; hãy chia nhỏ ở nguồn.",
                    "calendar_dates.txt has more than " + MOST_EXCEPTIONS + " rows; make it smaller at the source.");
        }
        String service = row.require("service_id");
        LocalDate day = day(row, "date");
        boolean adds = flag(row, "exception_type", "1", "2") == 0;
        (adds ? added : removed).computeIfAbsent(service, id -> new HashSet<>()).add(day);
    }

    boolean knows(String service) {
        return regular.containsKey(service) || added.containsKey(service);
    }

    boolean runs(String service, LocalDate day) {
        if (removed.getOrDefault(service, Set.of()).contains(day)) {
            return false;
        }
        return added.getOrDefault(service, Set.of()).contains(day)
                || Optional.ofNullable(regular.get(service))
                        .filter(weekly -> weekly.runs(day))
                        .isPresent();
    }

    /** The first day of any service; empty without services. */
    Optional<LocalDate> first() {
        return Stream.concat(
                        regular.values().stream().map(Regular::first),
                        added.values().stream().flatMap(Collection::stream))
                .min(LocalDate::compareTo);
    }

    Optional<LocalDate> last() {
        return Stream.concat(
                        regular.values().stream().map(Regular::last),
                        added.values().stream().flatMap(Collection::stream))
                .max(LocalDate::compareTo);
    }

    /** @throws FaultException {@code impossible-date} */
    static LocalDate day(Csv.Row row, String column) {
        String text = row.require(column);
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw FaultException.of(
                    "impossible-date",
                    column,
                    "«" + Shown.of(text) + "» không phải ngày có thật dạng yyyyMMdd; hãy sửa ở nguồn.",
                    "«" + Shown.of(text) + "» is no real day of the form yyyyMMdd; mend it at the source.");
        }
    }

    /** @return which of the two it is */
    private static int flag(Csv.Row row, String column, String zero, String one) {
        String value = row.require(column);
        if (!value.equals(zero) && !value.equals(one)) {
            throw FaultException.of(
                    "unknown-code",
                    column,
                    "«" + Shown.of(value) + "» ở " + column + " phải là " + zero + " hoặc " + one
                            + "; hãy sửa ở nguồn.",
                    "«" + Shown.of(value) + "» in " + column + " must be " + zero + " or " + one
                            + "; mend it at the source.");
        }
        return value.equals(one) ? 1 : 0;
    }
}
