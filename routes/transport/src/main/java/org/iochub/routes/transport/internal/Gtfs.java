package org.iochub.routes.transport.internal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.Frequency;
import org.iochub.model.code.IndicatorMeasure;
import org.iochub.model.record.IndicatorBuilder;
import org.iochub.model.record.RecordTypes;

/** Turns a GTFS feed into its stops and a few figures. */
final class Gtfs {
    private static final String LAST_MODIFIED = "Last-Modified";

    private final Source<TransportSettings> source;
    private final DatedArea area;

    Gtfs(Source<TransportSettings> source) {
        this.source = source;
        this.area = DatedArea.parse(source.settings().area(), "area");
    }

    /** @throws FaultException when the feed as a whole cannot be read */
    Stream<Change> changes(RawMessage message) throws IOException {
        long most = source.settings().maxUnpackedBytes();
        FeedReader reader = new FeedReader(message, most);
        Timetable timetable = reader.timetable();
        LocalDate first = timetable.first();
        Optional<OffsetDateTime> published = published(message);
        VersionKey version = published.map(at -> VersionKey.at(at.toInstant())).orElseGet(VersionKey::arrival);
        DatedArea.Resolved unit = area.at(source.areas(), first);
        OffsetDateTime updated =
                published.orElseGet(() -> first.atStartOfDay(source.zone()).toOffsetDateTime());
        Stop stop = new Stop(unit, timetable.operator(), updated, version);
        RawPart whole = new RawPart("", message::open);
        FeedReader.Stops stops = new FeedReader.Stops(message, most);
        AtomicBoolean found = new AtomicBoolean();
        Stream<Change> facilities = Stream.generate(stops::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .map(row -> facility(stop, row))
                .flatMap(Optional::stream)
                .peek(change -> found.set(found.get() || change instanceof Change.Upsert<?>))
                .onClose(stops::close);
        // A list without a single stop is a broken one: taken for complete, it would delete them all.
        Stream<Change> complete = Stream.<Change>of(new Change.ListComplete(RecordTypes.FACILITY, whole))
                .filter(end -> found.get());
        Stream<Change> rest = Stream.concat(
                Stream.concat(complete, reader.refusals().stream()), figures(timetable, unit, version, whole).stream());
        return Stream.concat(facilities, rest);
    }

    private static Optional<Change> facility(Stop stop, Csv.Row row) {
        try {
            return stop.of(row);
        } catch (FaultException e) {
            return Optional.of(new Change.Refusal(e.fault().within(row.position()), row.raw()));
        }
    }

    private List<Change> figures(Timetable timetable, DatedArea.Resolved unit, VersionKey version, RawPart raw) {
        List<Change> figures = new ArrayList<>();
        if (unit.unit().isEmpty()) {
            figures.add(new Change.Refusal(unit.doubt().orElseThrow(), RawPart.of("", "area of the settings")));
            return figures;
        }
        for (boolean bus : new boolean[] {true, false}) {
            figures.add(figure(
                    "transport.routes",
                    "{route}",
                    Map.of("mode", bus ? "bus" : "other"),
                    timetable.routes(bus),
                    timetable,
                    unit,
                    version,
                    raw));
        }
        for (Map.Entry<DayOfWeek, Double> day : timetable.tripsByWeekday().entrySet()) {
            figures.add(figure(
                    "transport.bus-trips-per-day",
                    "{trip}",
                    Map.of("weekday", day.getKey().name().toLowerCase(Locale.ROOT)),
                    day.getValue(),
                    timetable,
                    unit,
                    version,
                    raw));
        }
        return figures;
    }

    private Change figure(
            String code,
            String unit,
            Map<String, String> by,
            double value,
            Timetable timetable,
            DatedArea.Resolved where,
            VersionKey version,
            RawPart raw) {
        Map<String, String> breakdown = new TreeMap<>(by);
        breakdown.put("network", source.settings().network());
        List<Fault> notes = where.doubt().map(List::of).orElse(List.of());
        return new Change.Upsert<>(
                RecordTypes.INDICATOR,
                IndicatorBuilder.builder()
                        .indicatorCode(code)
                        .area(where.unit().orElseThrow().code())
                        .period(timetable.first() + "/" + timetable.last())
                        .periodEnd(timetable
                                .last()
                                .atTime(LocalTime.of(23, 59, 59))
                                .atZone(source.zone())
                                .toOffsetDateTime())
                        .frequency(Frequency.IRREGULAR)
                        .value(value)
                        .unit(unit)
                        .measure(IndicatorMeasure.PLAN)
                        .breakdown(breakdown)
                        .build(),
                where.ref(),
                version,
                notes,
                raw);
    }

    private Optional<OffsetDateTime> published(RawMessage message) {
        return message.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(LAST_MODIFIED))
                .findFirst()
                .flatMap(attribute -> httpDate(attribute.getValue()));
    }

    /** A date of HTTP; empty when it is none. */
    static Optional<OffsetDateTime> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toOffsetDateTime());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
