package org.iochub.routes.onlinemedia.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.record.Incident;
import org.iochub.model.record.IncidentBuilder;

/** When a story becomes an incident: a word to watch, and so many outlets within so much time. */
record EscalationRule(int outlets, Duration within, List<String> hotWords, List<String> retractingWords) {
    static EscalationRule of(OnlineMediaSettings settings) {
        return new EscalationRule(
                settings.escalateOutlets(),
                settings.escalateWithin(),
                settings.escalateWords(),
                settings.retractWords());
    }

    /** The first configured word that the text has; where tones stand and case do not count, accents do. */
    Optional<String> hot(String text) {
        return first(text, hotWords);
    }

    boolean retracts(String title) {
        return first(title, retractingWords).isPresent();
    }

    private static Optional<String> first(String text, List<String> words) {
        String key = padded(text);
        return words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty() && key.contains(padded(word)))
                .findFirst();
    }

    private static String padded(String text) {
        return " " + Syllables.of(text) + " ";
    }

    /** The incident a story is; empty while it is none. */
    Optional<Incident> incident(Story story, ZoneId zone) {
        long told = story.outletsWithin(within.toSeconds());
        if (outlets == 0 || told < outlets || story.hot().isEmpty()) {
            return Optional.empty();
        }
        long escalated = story.outlets().values().stream()
                .sorted()
                .skip(outlets - 1L)
                .findFirst()
                .orElse(story.published());
        return Optional.of(IncidentBuilder.builder()
                .incidentCode(story.id())
                .category("online-media")
                .subCategory(Optional.of(story.hot()).filter(word -> word.length() <= 64))
                .severity(told >= 2L * outlets ? Severity.HIGH : Severity.MEDIUM)
                .title(story.title())
                .issuedAt(Instant.ofEpochSecond(escalated).atZone(zone).toOffsetDateTime())
                .validFrom(Instant.ofEpochSecond(story.published()).atZone(zone).toOffsetDateTime())
                .status(status(story, told))
                .sourceRef(Optional.of(story.url()).filter(url -> url.length() <= 500))
                .build());
    }

    private IncidentStatus status(Story story, long told) {
        if (story.retracted()) {
            return IncidentStatus.CANCELLED;
        }
        return told > outlets ? IncidentStatus.UPDATED : IncidentStatus.ACTIVE;
    }
}
