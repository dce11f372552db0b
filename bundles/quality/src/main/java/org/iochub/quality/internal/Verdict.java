package org.iochub.quality.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.quality.DayKey;
import org.iochub.model.Fault;

/**
 * What one version is worth by itself. Pure: the same version and rules give the same verdict.
 *
 * @param empty wished-for fields without a value
 * @param codes of its notes
 * @param late by how long it came too late; empty when nothing is agreed or it has no moment
 * @param print what it has in common with others of the same content
 * @param span the agreed span of the day it came in
 */
record Verdict(
        DayKey key,
        String record,
        Rules.TypeRule rule,
        List<String> empty,
        List<String> codes,
        boolean placed,
        Optional<String> unit,
        Optional<Boolean> late,
        Optional<String> print,
        Optional<Long> span) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Verdict of(LoggedRecord record, List<Fault> notes, Rules rules, ZoneId zone) {
        JsonNode data = read(record.data());
        ZonedDateTime at = record.recordedAt().atZoneSameInstant(zone);
        Rules.TypeRule rule = rules.of(record.type());
        List<String> codes = notes.stream().map(Fault::code).toList();
        Optional<Boolean> late = rules.within(record.source(), record.type())
                .flatMap(within -> Fields.latest(data, rule.moment(), zone)
                        .map(moment -> moment.plus(within).isBefore(at.toInstant())));
        return new Verdict(
                new DayKey(at.toLocalDate(), record.source(), record.type()),
                record.id().value(),
                rule,
                rule.wished().stream()
                        .filter(field -> !Fields.filled(data, field))
                        .toList(),
                codes,
                record.area().isPresent() && codes.stream().noneMatch(Counts::unresolved),
                record.area().map(area -> area.code()),
                late,
                Fields.print(data, rule.same()),
                rules.every(record.source(), record.type()).map(every -> span(at, every)));
    }

    private static JsonNode read(byte[] data) {
        try {
            return JSON.readTree(data);
        } catch (JacksonException e) {
            // The hub wrote it: it cannot be.
            throw new IllegalStateException("a record in the log is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long span(ZonedDateTime at, Duration every) {
        return Duration.between(start(at.toLocalDate(), at.getZone()), at.toInstant())
                        .toSeconds()
                / every.toSeconds();
    }

    static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    boolean unmapped() {
        return codes.stream().anyMatch(Counts::unmapped);
    }

    boolean conflict() {
        return codes.stream().anyMatch(Counts::conflict);
    }
}
