package org.iochub.routes.egovernment.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iochub.api.RecordedView;
import org.iochub.model.code.IndicatorMeasure;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.time.ReportingPeriod;

/** The figures that stand already, as this instance delivered them: what they say need not be said again. */
final class Standing {
    private record Figure(String definition, double numerator, double denominator, String status, int revision) {
        boolean says(Count count) {
            return definition.equals(count.place().definition().named())
                    && Double.compare(numerator, count.numerator().doubleValue()) == 0
                    && Double.compare(denominator, count.denominator().doubleValue()) == 0
                    && status.equals(count.status());
        }
    }

    private final Map<Place, Figure> figures;

    private Standing(Map<Place, Figure> figures) {
        this.figures = figures;
    }

    /** Those of the periods that are computed; others are left as they stand. */
    static Standing read(RecordedView view, List<ReportingPeriod> periods) {
        Map<String, ReportingPeriod> known =
                periods.stream().collect(Collectors.toMap(Standing::key, Function.identity(), (a, b) -> a));
        Map<Place, Figure> figures = new HashMap<>();
        view.eachOwn(RecordTypes.INDICATOR, recorded -> {
            Indicator indicator = recorded.data();
            Definition.of(indicator.indicatorCode())
                    .flatMap(definition -> Optional.ofNullable(known.get(key(indicator)))
                            .map(period -> new Place(definition, period, indicator.area())))
                    .ifPresent(place -> figures.put(place, figure(indicator)));
        });
        return new Standing(figures);
    }

    private static Figure figure(Indicator indicator) {
        return new Figure(
                indicator.definition().orElse(""),
                indicator.numerator().orElse(-1),
                indicator.denominator().orElse(-1),
                indicator.obsStatus().orElse(""),
                indicator.revision());
    }

    /** A month and the year to date of January are the same days. */
    private static String key(ReportingPeriod period) {
        return period.interval() + (period.cumulative() ? " cumulative" : "");
    }

    private static String key(Indicator indicator) {
        return indicator.period() + (indicator.measure() == IndicatorMeasure.CUMULATIVE ? " cumulative" : "");
    }

    /** What is to be said of a place: empty when it stands already, else the counts with their revision. */
    Optional<Count> news(Count count) {
        Figure standing = figures.get(count.place());
        if (standing == null) {
            return Optional.of(count);
        }
        return standing.says(count) ? Optional.empty() : Optional.of(count.revised(standing.revision() + 1));
    }

    /** Places that have a figure, of which nothing was counted any more. */
    List<Place> without(Map<Place, Tally> tallies) {
        return figures.keySet().stream()
                .filter(place -> !tallies.containsKey(place))
                .toList();
    }

    static boolean over(ReportingPeriod period, LocalDate today) {
        return period.last().isBefore(today);
    }
}
