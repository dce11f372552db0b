package org.iochub.feed.internal.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.quality.Behind;
import org.iochub.core.quality.Behind.Item;
import org.iochub.core.quality.Behind.Kind;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Figure;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.Quality;
import org.iochub.core.quality.TallyFilter;
import org.iochub.model.FaultException;

/** Two days of one source. */
public final class FakeQuality implements Quality {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Override
    public List<Card> cards(TallyFilter filter, Optional<Card> after, int limit) {
        return List.of(card(TODAY), card(TODAY.minusDays(1))).stream()
                .filter(card -> filter.tenant().map("vinhlong"::equals).orElse(true))
                .filter(card -> filter.source().map("reports"::equals).orElse(true))
                .filter(card -> filter.from()
                        .map(from -> !card.tally().key().day().isBefore(from))
                        .orElse(true))
                .filter(card -> filter.to()
                        .map(to -> !card.tally().key().day().isAfter(to))
                        .orElse(true))
                .filter(card -> after.map(last -> card.tally()
                                .key()
                                .day()
                                .isBefore(last.tally().key().day()))
                        .orElse(true))
                .limit(limit)
                .toList();
    }

    private static Card card(LocalDate day) {
        DayKey key = new DayKey(day, "reports", "citizen-report");
        return new Card(
                new DayTally("vinhlong", key, "1", Map.of("taken", 3L), 1),
                List.of(
                        new Figure("vinhlong", key, Measure.VALID, 3, 4, "quality.valid:citizen-report@1"),
                        new Figure("vinhlong", key, Measure.WISHED, 2, 3, "quality.wished:citizen-report@1")));
    }

    @Override
    public Behind behind(String tenant, DayKey key, Measure measure, boolean all, Optional<String> after, int limit) {
        if (measure == Measure.REGULAR) {
            throw FaultException.of("unknown-figure", "measure", "Không có.", "There is none.");
        }
        List<Item> items = new ArrayList<>();
        Optional<OffsetDateTime> at = Optional.of(OffsetDateTime.parse("2026-03-02T08:00:00+07:00"));
        items.add(new Item(Kind.QUARANTINE, key.type(), "17", false, at, List.of("bad-date")));
        items.add(new Item(Kind.RECORD, key.type(), "abc", true, at, List.of()));
        return after.isEmpty()
                ? new Behind(items.subList(0, 1), Optional.of("q17"))
                : new Behind(items.subList(1, 2), Optional.empty());
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule(
                "citizen-report",
                "1",
                List.of("text"),
                List.of("text", "address"),
                Optional.of(java.time.Duration.ofHours(1)),
                Optional.empty(),
                true,
                true,
                Optional.empty()));
    }

    @Override
    public LocalDate today() {
        return TODAY;
    }
}
