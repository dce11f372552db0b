package org.iochub.routes.egovernment.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.RecordedView;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.model.record.RecordTypes;

/** Reads the hub's records and counts: the same records and the same day give the same counts, in the same order. */
final class Computation {
    private Computation() {}

    /** The counts that differ from what stands. */
    static List<Count> news(Source<EGovernmentSettings> source, LocalDate today) {
        RecordedView view = source.recorded();
        EGovernmentSettings settings = source.settings();
        RollUp rollUp = new RollUp(source.areas(), DatedArea.parse(settings.area(), "area"));
        Counting counting = new Counting(settings, rollUp, source.zone(), today);
        view.each(RecordTypes.DOSSIER, counting::dossier);
        view.each(RecordTypes.DOCUMENT, counting::document);
        Standing standing = Standing.read(view, counting.periods());
        Map<Place, Tally> tallies = new HashMap<>(counting.tallies());
        // What was taken back or moved elsewhere must not stand on.
        standing.without(tallies).forEach(place -> tallies.put(place, new Tally()));
        return tallies.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Count.of(
                        entry.getKey(),
                        entry.getValue(),
                        Standing.over(entry.getKey().period(), today)))
                .map(standing::news)
                .flatMap(Optional::stream)
                .toList();
    }
}
