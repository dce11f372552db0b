package org.iochub.routes.egovernment.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.code.IndicatorMeasure;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.IndicatorBuilder;
import org.iochub.model.record.RecordTypes;

/** Makes figures of counts: per cent with two decimals, rounded half up; 0 when there is nothing to divide by. */
final class EGovernmentNormalizer implements Normalizer {
    private static final JsonLimits LIMITS = new JsonLimits(1 << 20, 8, 1 << 16);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private final Areas areas;

    EGovernmentNormalizer(Source<EGovernmentSettings> source) {
        this.areas = source.areas();
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        return JsonRecords.array(message, LIMITS, "counts").map(this::change);
    }

    private Change change(JsonItem item) {
        if (item instanceof JsonItem.Broken broken) {
            return broken.refusal();
        }
        RawPart raw = item.raw();
        JsonNode node = ((JsonItem.Element) item).node();
        try {
            Count count = CountReader.read(node);
            AreaRef area =
                    areas.require(count.place().area(), count.place().period().last());
            return new Change.Upsert<>(
                    RecordTypes.INDICATOR,
                    indicator(count, node.path("definition").intValue()),
                    Optional.of(area),
                    VersionKey.revision(CountReader.position(node)),
                    notes(count),
                    raw);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault().within(raw.position()), raw);
        }
    }

    private static Indicator indicator(Count count, int version) {
        Place place = count.place();
        return IndicatorBuilder.builder()
                .indicatorCode(place.definition().code())
                .name(place.definition().title().vi())
                .area(place.area())
                .period(place.period().interval())
                .periodEnd(place.period().end())
                .frequency(place.period().frequency())
                .value(percent(count))
                .unit("%")
                .measure(place.period().cumulative() ? IndicatorMeasure.CUMULATIVE : IndicatorMeasure.ACTUAL)
                .obsStatus(count.status())
                .breakdown(Map.of())
                .revision(count.revision())
                .definition(place.definition().named(version))
                .numerator(OptionalDouble.of(count.numerator().doubleValue()))
                .denominator(OptionalDouble.of(count.denominator().doubleValue()))
                .build();
    }

    private static double percent(Count count) {
        return count.denominator().signum() == 0
                ? 0
                : count.numerator()
                        .multiply(HUNDRED)
                        .divide(count.denominator(), DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    private static List<Fault> notes(Count count) {
        List<Fault> notes = new ArrayList<>();
        if (count.denominator().signum() == 0) {
            notes.add(Fault.of(
                    "nothing-to-count",
                    "denominator",
                    "Kỳ này không có gì để tính: mẫu số bằng 0 nên giá trị là 0.",
                    "There was nothing to count in this period: the denominator is 0, and so is the value."));
        }
        if (!count.split().isEmpty()) {
            String units = String.join(", ", count.split());
            notes.add(Fault.of(
                    "estimated-by-split",
                    "area",
                    "Số ước tính: đơn vị cũ " + units + " đã bị chia, mỗi đơn vị kế thừa được tính một phần bằng nhau.",
                    "An estimate: the old unit " + units
                            + " was split, and each of its heirs is given an equal share."));
        }
        if (count.unsure() > 0) {
            notes.add(Fault.of(
                    "unsure-records",
                    "numerator",
                    count.unsure() + " " + count.place().definition().unsure().vi() + ".",
                    count.unsure() + " " + count.place().definition().unsure().en() + "."));
        }
        return notes;
    }
}
