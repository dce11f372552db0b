package org.iochub.quality.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.Figure;
import org.iochub.core.quality.Measure;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.code.Frequency;
import org.iochub.model.code.IndicatorMeasure;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.IndicatorBuilder;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.time.ReportingPeriod;

/** Makes indicators of the raw figures. */
final class QualityNormalizer implements Normalizer {
    private static final JsonLimits LIMITS = new JsonLimits(1 << 16, 4, 1 << 12);

    private final Areas areas;

    QualityNormalizer(Areas areas) {
        this.areas = areas;
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        return JsonRecords.array(message, LIMITS, "figures").map(this::change);
    }

    private Change change(JsonItem item) {
        if (item instanceof JsonItem.Broken broken) {
            return broken.refusal();
        }
        RawPart raw = item.raw();
        JsonNode node = ((JsonItem.Element) item).node();
        try {
            Figure figure = figure(node);
            AreaRef area = areas.require(text(node, "area"), date(node, "areaFrom"));
            return new Change.Upsert<>(
                    RecordTypes.INDICATOR,
                    indicator(figure, area.code(), text(node, "status"), whole(node, "revision")),
                    Optional.of(area),
                    VersionKey.revision(whole(node, "step")),
                    List.of(),
                    raw);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault().within(raw.position()), raw);
        }
    }

    private static Figure figure(JsonNode node) {
        String measure = text(node, "measure");
        Figure figure = new Figure(
                "",
                new DayKey(date(node, "day"), text(node, "source"), text(node, "type")),
                Measure.of(measure).orElseThrow(() -> wrong("measure")),
                whole(node, "numerator"),
                whole(node, "denominator"),
                text(node, "definition"));
        if (figure.numerator() > figure.denominator()) {
            throw wrong("numerator");
        }
        return figure;
    }

    private static Indicator indicator(Figure figure, String area, String status, long revision) {
        LocalDate day = figure.key().day();
        ReportingPeriod period = new ReportingPeriod(day, day, Frequency.DAILY, false);
        return IndicatorBuilder.builder()
                .indicatorCode(Figures.code(figure.measure()))
                .name(figure.measure().word().title().vi() + ": "
                        + figure.measure().title().vi())
                .area(area)
                .period(period.interval())
                .periodEnd(period.end())
                .frequency(period.frequency())
                .value(figure.percent())
                .unit("%")
                .measure(IndicatorMeasure.ACTUAL)
                .obsStatus(status)
                .breakdown(Map.of(
                        "source", figure.key().source(), "type", figure.key().type()))
                .revision((int) Math.min(Integer.MAX_VALUE, revision))
                .definition(figure.definition())
                .numerator(OptionalDouble.of(figure.numerator()))
                .denominator(OptionalDouble.of(figure.denominator()))
                .build();
    }

    private static String text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue())
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> wrong(field));
    }

    private static long whole(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(field);
        }
        return value.longValue();
    }

    private static LocalDate date(JsonNode node, String field) {
        try {
            return LocalDate.parse(text(node, field));
        } catch (DateTimeException e) {
            throw wrong(field);
        }
    }

    private static FaultException wrong(String field) {
        return FaultException.of(
                "bad-figure",
                field,
                "Trường «" + field + "» của số liệu chất lượng thiếu hoặc không hợp lệ; hub sẽ tính lại ở chu kỳ sau.",
                "Field «" + field
                        + "» of a quality figure is missing or cannot be; the next period computes it again.");
    }
}
