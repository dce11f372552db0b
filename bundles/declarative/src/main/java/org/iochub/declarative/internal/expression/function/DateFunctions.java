package org.iochub.declarative.internal.expression.function;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.declarative.internal.fetch.Spans;
import org.iochub.model.FaultException;
import org.iochub.model.time.ReportingPeriod;
import org.iochub.model.time.SdmxPeriods;
import org.iochub.model.time.VietnamesePeriods;

/** Days, moments and periods. */
final class DateFunctions {
    private DateFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "date(text[, 'pattern'[, 'zone']])",
                        1,
                        3,
                        "Thời điểm theo mẫu (dd/MM/yyyy HH:mm, …) hoặc iso (khi không ghi), excel, words, compact,"
                                + " day-first, year-first. Không có múi giờ thì theo zone, không ghi zone thì theo múi"
                                + " giờ của cơ quan.",
                        "A moment by pattern (dd/MM/yyyy HH:mm, …), or iso (when absent), excel, words, compact,"
                                + " day-first, year-first. Without an offset it is in the zone, else in the"
                                + " authority's.",
                        DateFunctions::date),
                Function.of(
                        "day(text[, 'pattern'[, 'zone']])",
                        1,
                        3,
                        "Ngày, như date; một thời điểm là ngày của nó theo múi giờ đó.",
                        "A day, as date; a moment is the day it falls on in that zone.",
                        DateFunctions::day),
                Function.of(
                        "epoch(number[, 's'|'ms'])",
                        1,
                        2,
                        "Thời điểm từ số mili giây (hoặc giây) kể từ 1970-01-01T00:00Z.",
                        "The moment so many milliseconds (or seconds) after 1970-01-01T00:00Z.",
                        DateFunctions::epoch),
                Function.of(
                        "later(moment, 'span')",
                        2,
                        2,
                        "Thời điểm muộn hơn chừng ấy: 30s, 10m, 2h, 1d.",
                        "The moment so much later: 30s, 10m, 2h, 1d.",
                        DateFunctions::later),
                Function.of(
                        "period(text)",
                        1,
                        1,
                        "Kỳ báo cáo như «quý I năm 2026» hoặc kiểu SDMX như 2026-Q1, 2026-M03: các trường interval, first,"
                                + " last, end, frequency, cumulative.",
                        "A reporting period such as «quý I năm 2026», or of SDMX such as 2026-Q1, 2026-M03: fields interval,"
                                + " first, last, end, frequency, cumulative.",
                        DateFunctions::period));
    }

    private static Evaluator date(Arguments arguments) {
        Evaluator value = arguments.get(0);
        DatePattern pattern = pattern(arguments);
        Optional<ZoneId> zone = zone(arguments);
        return scope -> moment(value.evaluate(scope), pattern, zone(zone, scope));
    }

    private static Evaluator day(Arguments arguments) {
        Evaluator value = arguments.get(0);
        DatePattern pattern = pattern(arguments);
        Optional<ZoneId> zone = zone(arguments);
        return scope -> {
            Object found = value.evaluate(scope);
            if (found instanceof LocalDate) {
                return found;
            }
            ZoneId local = zone(zone, scope);
            OffsetDateTime moment = moment(found, pattern, local);
            return moment == null ? null : moment.atZoneSameInstant(local).toLocalDate();
        };
    }

    private static DatePattern pattern(Arguments arguments) {
        if (arguments.count() < 2) {
            return IsoDates::read;
        }
        String pattern = arguments.literal(1);
        DatePattern named = DatePattern.NAMED.get(pattern);
        if (named != null) {
            return named;
        }
        try {
            return DatePattern.of(pattern);
        } catch (IllegalArgumentException e) {
            throw arguments.error(
                    1,
                    "«" + pattern + "» không phải mẫu cho một ngày đầy đủ; ví dụ dd/MM/yyyy, yyyy-MM-dd HH:mm:ss,"
                            + " yyyyMMddHHmm (phút là mm, tháng là MM, giờ là HH).",
                    "«" + pattern + "» is no pattern of a whole date; such are dd/MM/yyyy, yyyy-MM-dd HH:mm:ss,"
                            + " yyyyMMddHHmm (minutes are mm, months MM, hours HH).");
        }
    }

    private static Optional<ZoneId> zone(Arguments arguments) {
        if (arguments.count() < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(arguments.literal(2)));
        } catch (DateTimeException e) {
            throw arguments.error(
                    2,
                    "«" + arguments.literal(2) + "» không phải múi giờ; ví dụ Asia/Ho_Chi_Minh, UTC, +07:00.",
                    "«" + arguments.literal(2) + "» is no time zone; such are Asia/Ho_Chi_Minh, UTC, +07:00.");
        }
    }

    private static ZoneId zone(Optional<ZoneId> declared, Scope scope) {
        return declared.isPresent() ? declared.get() : scope.source().zone();
    }

    private static OffsetDateTime moment(Object value, DatePattern pattern, ZoneId zone) {
        if (value instanceof OffsetDateTime moment) {
            return moment;
        }
        if (value instanceof LocalDate day) {
            return day.atStartOfDay(zone).toOffsetDateTime();
        }
        return Values.empty(value) ? null : pattern.read(Values.text(value), zone);
    }

    private static Evaluator epoch(Arguments arguments) {
        Evaluator value = arguments.get(0);
        boolean seconds = arguments.count() == 2 && arguments.choice(1, Map.of("s", true, "ms", false));
        return scope -> {
            Number number = NumberFunctions.read(value.evaluate(scope), Optional.empty());
            if (number == null) {
                return null;
            }
            long count = number.longValue();
            // As far as year 9999: beyond it the unit is wrong.
            if (Math.abs(count) > (seconds ? 253_402_300_799L : 253_402_300_799_999L)) {
                throw DatePattern.bad(number.toString(), seconds ? "epoch(…, 's')" : "epoch(…, 'ms')");
            }
            Instant instant = seconds ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count);
            return instant.atZone(scope.source().zone()).toOffsetDateTime();
        };
    }

    private static Evaluator later(Arguments arguments) {
        Evaluator value = arguments.get(0);
        Duration span = span(arguments);
        return scope -> {
            OffsetDateTime moment =
                    moment(value.evaluate(scope), IsoDates::read, scope.source().zone());
            return moment == null ? null : moment.plus(span);
        };
    }

    private static Duration span(Arguments arguments) {
        String text = arguments.literal(1);
        try {
            return Spans.parse(text);
        } catch (FaultException e) {
            throw arguments.error(
                    1,
                    "«" + text + "» không phải khoảng thời gian như 30s, 10m, 2h, 1d.",
                    "«" + text + "» is no span of time such as 30s, 10m, 2h, 1d.");
        }
    }

    private static Evaluator period(Arguments arguments) {
        Evaluator value = arguments.get(0);
        return scope -> {
            Object text = value.evaluate(scope);
            return Values.empty(text) ? null : fields(read(Values.text(text)));
        };
    }

    private static ReportingPeriod read(String text) {
        return SdmxPeriods.parse(text).orElseGet(() -> VietnamesePeriods.parse(text));
    }

    private static Map<String, Object> fields(ReportingPeriod period) {
        return Map.of(
                "interval", period.interval(),
                "first", period.first(),
                "last", period.last(),
                "end", period.end(),
                "frequency", period.frequency().code(),
                "cumulative", period.cumulative());
    }
}
