package org.iochub.quality.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.Quality;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.Word;
import org.iochub.core.report.QualityFigures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A period's quality for the report: per source and word, what its weakest measure is worth. */
@Component
public final class ReportFigures implements QualityFigures {
    private static final int PAGE = 500;
    private static final String ALL = "";

    private final Quality quality;

    @Activate
    public ReportFigures(@Reference Quality quality) {
        this.quality = quality;
    }

    @Override
    public List<Figure> between(String tenant, LocalDate from, LocalDate to) {
        // Sorted, and all of the authority's sources together first.
        Map<String, Map<Measure, Share>> bySource = new TreeMap<>();
        TallyFilter filter = TallyFilter.of(tenant).on(from, to);
        Optional<Quality.Card> last = Optional.empty();
        List<Quality.Card> page;
        do {
            page = quality.cards(filter, last, PAGE);
            page.forEach(card -> card.figures().forEach(figure -> {
                add(bySource, ALL, figure);
                add(bySource, card.tally().key().source(), figure);
            }));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        List<Figure> figures = new ArrayList<>();
        bySource.forEach((source, shares) -> {
            for (Word word : Word.values()) {
                figures.add(weakest(source, word, shares));
            }
        });
        return figures;
    }

    private static void add(
            Map<String, Map<Measure, Share>> bySource, String source, org.iochub.core.quality.Figure figure) {
        bySource.computeIfAbsent(source, name -> new EnumMap<>(Measure.class))
                .merge(figure.measure(), new Share(figure.numerator(), figure.denominator()), Share::plus);
    }

    private static Figure weakest(String source, Word word, Map<Measure, Share> shares) {
        return shares.entrySet().stream()
                .filter(entry -> entry.getKey().word() == word && entry.getValue().of > 0)
                .map(Map.Entry::getValue)
                .min((one, other) -> Double.compare(one.value(), other.value()))
                .map(share -> new Figure(source, word.title(), share.value(), share.of))
                .orElseGet(() -> new Figure(source, word.title(), Double.NaN, 0));
    }

    private record Share(long good, long of) {
        Share plus(Share other) {
            return new Share(good + other.good, of + other.of);
        }

        double value() {
            return (double) good / of;
        }
    }
}
