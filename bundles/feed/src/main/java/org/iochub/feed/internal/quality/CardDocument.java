package org.iochub.feed.internal.quality;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.core.quality.Behind;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.Figure;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.Quality.Card;
import org.iochub.core.quality.Quality.Rule;
import org.iochub.core.quality.Word;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.server.Links;

/** Figures as JSON. */
final class CardDocument {
    private CardDocument() {}

    /** @param behind the address of the lists behind figures */
    static Map<String, Object> of(Card card, String behind) {
        DayKey key = card.tally().key();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("day", key.day().toString());
        document.put("tenant", card.tally().tenant());
        document.put("source", key.source());
        document.put("type", key.type());
        document.put("definition", card.tally().definition());
        Map<String, Object> words = new LinkedHashMap<>();
        for (Word word : Word.values()) {
            card.worst(word).ifPresent(figure -> {
                Map<String, Object> worst = new LinkedHashMap<>();
                worst.put("title", Json.text(word.title()));
                worst.put("percent", figure.percent());
                worst.put("measure", figure.measure().wireName());
                words.put(word.wireName(), worst);
            });
        }
        document.put("words", words);
        document.put(
                "figures",
                card.figures().stream().map(figure -> of(figure, behind)).toList());
        return document;
    }

    private static Map<String, Object> of(Figure figure, String behind) {
        Map<String, Object> document = of(figure.measure());
        document.put("numerator", figure.numerator());
        document.put("denominator", figure.denominator());
        document.put("percent", figure.percent());
        document.put("definition", figure.definition());
        document.put(
                "behind",
                behind + "?tenant=" + encoded(figure.tenant()) + "&day="
                        + figure.key().day() + "&source="
                        + encoded(figure.key().source()) + "&type="
                        + encoded(figure.key().type()) + "&measure="
                        + figure.measure().wireName());
        return document;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Map<String, Object> of(Measure measure) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("measure", measure.wireName());
        document.put("word", measure.word().wireName());
        document.put("title", Json.text(measure.title()));
        document.put("meaning", Json.text(measure.meaning()));
        return document;
    }

    static Map<String, Object> of(Behind.Item item, Links links) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", item.kind().name().toLowerCase(java.util.Locale.ROOT));
        document.put("type", item.type());
        document.put("id", item.id());
        document.put("good", item.good());
        item.at().ifPresent(at -> document.put("at", at.toString()));
        document.put("why", item.why());
        switch (item.kind()) {
            case RECORD ->
                document.put(
                        "href",
                        links.to("/api/v1/records/" + item.type() + "/" + item.id())
                                .toString());
            case QUARANTINE ->
                document.put("href", links.to("/api/v1/quarantine/" + item.id()).toString());
            case UNIT ->
                document.put("href", links.to("/api/v1/areas/" + item.id()).toString());
            case SPAN -> {
                // Nothing came in it: there is nothing to look at.
            }
        }
        return document;
    }

    static Map<String, Object> of(Rule rule) {
        Map<String, Object> document = new LinkedHashMap<>();
        if (rule.source().isPresent()) {
            document.put("source", rule.source().get());
        } else {
            document.put("type", rule.type());
            document.put("version", rule.version());
            document.put("wished", rule.wished());
            document.put("same", rule.same());
            document.put("placed", rule.placed());
            document.put("units", rule.units());
        }
        rule.within().map(Duration::toString).ifPresent(within -> document.put("within", within));
        rule.every().map(Duration::toString).ifPresent(every -> document.put("every", every));
        return document;
    }
}
