package org.iochub.routes.transport.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/** What a feed says about routes and trips, added up. For one thread. */
final class Timetable {
    private static final int MOST = 1_000_000;
    /** Some calendars run to 2099: figures are for the first year of them. */
    private static final int MOST_DAYS = 366;

    final Calendar calendar = new Calendar();
    private final Map<String, Boolean> busByRoute = new HashMap<>();
    private final Map<String, Long> tripsByService = new HashMap<>();
    private Optional<LocalDate> declaredFirst = Optional.empty();
    private Optional<LocalDate> declaredLast = Optional.empty();
    private Optional<String> agency = Optional.empty();
    private int agencies;

    /** A row of {@code agency.txt}. */
    void agency(Csv.Row row) {
        agencies++;
        agency = row.get("agency_name");
    }

    /** A row of {@code feed_info.txt}. */
    void info(Csv.Row row) {
        declaredFirst = row.get("feed_start_date").map(text -> Calendar.day(row, "feed_start_date"));
        declaredLast = row.get("feed_end_date").map(text -> Calendar.day(row, "feed_end_date"));
    }

    /** A row of {@code routes.txt}. */
    void route(Csv.Row row) {
        boolean bus = isBus(row.require("route_type"));
        if (busByRoute.size() >= MOST || busByRoute.putIfAbsent(row.require("route_id"), bus) != null) {
            throw FaultException.of(
                    "repeated-field",
                    "route_id",
                    "route_id này đã có ở dòng trước, hoặc có quá nhiều tuyến; hãy sửa ở nguồn.",
                    "This route_id stands in a row before, or there are too many routes; mend it at the source.");
        }
    }

    /**
     * A row of {@code trips.txt}, after routes and calendar.
     *
     * @throws FaultException {@code unknown-reference}
     */
    void trip(Csv.Row row) {
        row.require("trip_id");
        String route = row.require("route_id");
        String service = row.require("service_id");
        if (!busByRoute.containsKey(route)) {
            throw unknown("route_id", route, "routes.txt");
        }
        if (!calendar.knows(service)) {
            throw unknown("service_id", service, "calendar.txt");
        }
        if (busByRoute.get(route)) {
            tripsByService.merge(service, 1L, Long::sum);
        }
    }

    /** Who runs the buses; empty where several do. */
    Optional<String> operator() {
        return agencies == 1 ? agency : Optional.empty();
    }

    long routes(boolean bus) {
        return busByRoute.values().stream().filter(is -> is == bus).count();
    }

    /** @throws FaultException {@code missing-calendar} when no service ever runs */
    LocalDate first() {
        return declaredFirst.or(calendar::first).orElseThrow(Timetable::noCalendar);
    }

    LocalDate last() {
        LocalDate first = first();
        LocalDate last = declaredLast
                .or(calendar::last)
                .filter(day -> !day.isBefore(first))
                .orElseThrow(Timetable::noCalendar);
        LocalDate most = first.plusDays(MOST_DAYS - 1L);
        return last.isAfter(most) ? most : last;
    }

    /** Trips of a Monday, a Tuesday and so on, averaged over all of them in the span, two decimals. */
    Map<DayOfWeek, Double> tripsByWeekday() {
        long[] trips = new long[7];
        long[] days = new long[7];
        LocalDate last = last();
        for (LocalDate day = first(); !day.isAfter(last); day = day.plusDays(1)) {
            int weekday = day.getDayOfWeek().ordinal();
            days[weekday]++;
            for (Map.Entry<String, Long> service : tripsByService.entrySet()) {
                trips[weekday] += calendar.runs(service.getKey(), day) ? service.getValue() : 0;
            }
        }
        Map<DayOfWeek, Double> average = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (days[weekday.ordinal()] > 0) {
                average.put(
                        weekday,
                        BigDecimal.valueOf(trips[weekday.ordinal()])
                                .divide(BigDecimal.valueOf(days[weekday.ordinal()]), 2, RoundingMode.HALF_UP)
                                .doubleValue());
            }
        }
        return average;
    }

    /** Basic types 0 to 7, 11, 12 and the extended ones from 100 on; buses are 3, 11 (trolleybus) and 700 to 799. */
    private static boolean isBus(String type) {
        int code = type.matches("[0-9]{1,4}") ? Integer.parseInt(type) : -1;
        boolean known = code >= 0 && code <= 7 || code == 11 || code == 12 || code >= 100 && code < 1_800;
        if (!known) {
            throw FaultException.of(
                    "unknown-code",
                    "route_type",
                    "route_type «" + Shown.of(type) + "» không có trong GTFS; hãy sửa ở nguồn.",
                    "GTFS knows no route_type «" + Shown.of(type) + "»; mend it at the source.");
        }
        return code == 3 || code == 11 || code >= 700 && code < 800;
    }

    private static FaultException unknown(String column, String value, String file) {
        return FaultException.of(
                "unknown-reference",
                column,
                column + " «" + Shown.of(value) + "» không có trong " + file + "; hãy kết xuất lại tệp GTFS.",
                column + " «" + Shown.of(value) + "» does not stand in " + file + "; export the GTFS file again.");
    }

    private static FaultException noCalendar() {
        return FaultException.of(
                "missing-calendar",
                "calendar.txt",
                "Tệp GTFS không có ngày chạy nào hoặc ngày cuối sớm hơn ngày đầu; hãy bổ sung calendar.txt,"
                        + " calendar_dates.txt hay feed_info.txt.",
                "The GTFS file has no day on which anything runs, or ends before it begins; mend calendar.txt,"
                        + " calendar_dates.txt or feed_info.txt.");
    }
}
