package org.iochub.routes.environmentstations.internal;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.Line;
import org.iochub.api.read.Lines;
import org.iochub.api.read.Range;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** One file of a station: the station itself, where it is listed, then each value. */
final class EnvironmentStationsNormalizer implements Normalizer {
    private final Source<EnvironmentStationsSettings> source;
    private final StationFacilities facilities;
    private final Observations observations;

    EnvironmentStationsNormalizer(Source<EnvironmentStationsSettings> source) {
        this.source = source;
        StationList stations = StationList.of(source.settings());
        this.facilities = new StationFacilities(source, stations);
        this.observations = new Observations(source, stations);
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        if (message.name().equals(StationRoster.NAME)) {
            return facilities.all(RawPart.whole(message));
        }
        FileName file = FileName.parse(message.name());
        String station = file.code(source.settings().stationCode());
        AtomicBoolean empty = new AtomicBoolean(true);
        Stream<Change> values = Lines.of(message)
                .filter(line -> !(line instanceof Line.Read read && read.blank()))
                .peek(line -> empty.set(false))
                .flatMap(line -> values(message, file, station, line));
        // Concatenated, not flattened: an iterator over a flattened stream would hold the whole file.
        return Stream.concat(
                Stream.concat(facilities.of(station, RawPart.whole(message)), values), refusalIf(empty, message));
    }

    private Stream<Change> values(RawMessage message, FileName file, String station, Line line) {
        if (line instanceof Line.Read read) {
            return Groups.of(StationText.decode(read.bytes())).stream()
                    .map(group -> value(file, station, read.number(), group));
        }
        String position = "line " + line.number();
        return Stream.of(new Change.Refusal(
                Fault.of(
                        "over-limit",
                        position,
                        "Dòng " + line.number() + " dài " + line.length() + " byte, quá giới hạn " + Lines.DEFAULT_LIMIT
                                + " byte; hãy kiểm tra phần mềm của trạm.",
                        "Line " + line.number() + " has " + line.length() + " bytes, over the limit of "
                                + Lines.DEFAULT_LIMIT + "; check the station's software."),
                Range.of(message, position, line.offset(), line.length())));
    }

    private Change value(FileName file, String station, long line, Groups.Group group) {
        String position = "line " + line + ", group " + group.number();
        RawPart raw = RawPart.of(position, group.text());
        try {
            return observations.of(file, station, group, raw);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault().within(position), raw);
        }
    }

    /** Looked at when everything before it was read. */
    private static Stream<Change> refusalIf(AtomicBoolean empty, RawMessage message) {
        return Stream.of(empty)
                .filter(AtomicBoolean::get)
                .map(nothing -> new Change.Refusal(
                        Fault.of(
                                "empty-message",
                                "",
                                "Tệp rỗng, không có số đo nào; hãy kiểm tra trạm.",
                                "The file is empty, without a single value; check the station."),
                        RawPart.whole(message)));
    }
}
