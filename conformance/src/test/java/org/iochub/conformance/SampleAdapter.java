package org.iochub.conformance;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.Sector;
import org.iochub.api.Setting;
import org.iochub.api.Settings;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.api.read.Line;
import org.iochub.api.read.Lines;
import org.iochub.api.read.Range;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.model.VersionKey;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.RecordTypes;

/** A sound adapter of lines {@code code;status;time;text}, parts of which a test replaces by bad ones. */
public final class SampleAdapter implements SourceAdapter<SampleAdapter.Keys> {
    /** What it is told. */
    public record Keys(
            @Setting(vi = "Một khóa", en = "A key", byDefault = "a")
            String word) {}

    Text title = Text.of("Mẫu thử", "A sample");
    Function<Source<Keys>, Normalizer> normalizer = source -> SampleAdapter::lines;
    String routeId = "";

    @Override
    public AdapterDescriptor<Keys> descriptor() {
        return new AdapterDescriptor<>(
                "sample",
                Sector.CITIZEN_REPORTS,
                title,
                Text.of("Đọc các dòng.", "Reads lines."),
                List.of(RecordTypes.CITIZEN_REPORT),
                Transport.PUSH,
                Settings.of(Keys.class),
                Text.of("Thời điểm.", "The time."),
                false);
    }

    @Override
    public Normalizer normalizer(Source<Keys> source) {
        return normalizer.apply(source);
    }

    @Override
    public RoutesBuilder routes(Source<Keys> source) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(source.pushed())
                        .routeId(routeId.isEmpty() ? source.routeId("pushed") : routeId)
                        .to(source.records());
            }
        };
    }

    /** The sound normaliser. */
    static Stream<Change> lines(RawMessage message) throws IOException {
        List<Change> none = new ArrayList<>();
        if (message.size() == 0) {
            return none.stream();
        }
        return Lines.of(message).map(line -> change(message, line));
    }

    private static Change change(RawMessage message, Line line) {
        String position = "line " + line.number();
        var raw = Range.of(message, position, line.offset(), line.length());
        if (!(line instanceof Line.Read read)) {
            return new Change.Refusal(Fault.of("over-limit", position, "Dòng quá dài.", "The line is too long."), raw);
        }
        String[] parts = new String(read.bytes(), java.nio.charset.StandardCharsets.UTF_8).split(";", -1);
        try {
            OffsetDateTime at =
                    LocalDateTime.parse(parts.length > 2 ? parts[2] : "").atOffset(java.time.ZoneOffset.ofHours(7));
            if (!parts[1].equals("open")) {
                return new Change.Refusal(
                        Fault.of("unknown-code", "status", "Không rõ mã.", "The code is not known."), raw);
            }
            return new Change.Upsert<>(
                    RecordTypes.CITIZEN_REPORT,
                    report(parts[0], at, parts.length > 3 ? parts[3] : "x"),
                    Optional.empty(),
                    VersionKey.at(at.toInstant()),
                    raw);
        } catch (DateTimeParseException e) {
            return new Change.Refusal(
                    Fault.of("impossible-date", "time", "Không phải thời điểm.", "This is no time."), raw);
        }
    }

    static CitizenReport report(String code, OffsetDateTime at, String service) {
        return CitizenReportBuilder.builder()
                .reportCode(code)
                .kind(ReportKind.FIELD)
                .serviceCode("S1")
                .serviceName(Optional.of(service).filter(text -> !text.isBlank()))
                .status(ReportStatus.RECEIVED)
                .sourceStatus("open")
                .requestedAt(at)
                .build();
    }
}
