package org.iochub.api;

import java.util.List;
import java.util.Objects;
import org.iochub.model.Text;

/**
 * One key of an instance's configuration: what it means and what its value may be.
 *
 * @param name the key
 * @param kind what the value, or each element of the list, is read as
 * @param list several values with commas between
 * @param optional may be absent; an absent key that is not optional takes its default, an absent list is empty
 * @param title what it means, in a few words
 * @param byDefault in the notation of the configuration file; empty for none
 * @param example shown where a value is missing or wrong; may be empty
 * @param min of {@link Kind#INTEGER}
 * @param max of {@link Kind#INTEGER}
 * @param pattern a regular expression for {@link Kind#TEXT}; empty for any
 * @param choices the words of {@link Kind#CHOICE}, kebab-case
 */
public record SettingKey(
        String name,
        Kind kind,
        boolean list,
        boolean optional,
        Text title,
        String byDefault,
        String example,
        long min,
        long max,
        String pattern,
        List<String> choices) {
    /** What a value is read as. */
    public enum Kind {
        /** {@code String}. */
        TEXT,
        /** {@code Long}. */
        INTEGER,
        /** {@code Double}. */
        DECIMAL,
        /** {@code Boolean}. */
        BOOLEAN,
        /** {@code java.time.Duration}, written {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
        DURATION,
        /** {@code java.net.URI}, absolute. */
        URI,
        /** {@code String}, one of the choices. */
        CHOICE,
        /** {@link Secret}. */
        SECRET
    }

    public SettingKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        choices = List.copyOf(choices);
    }

    /** Whether a configuration without it is wrong. */
    public boolean required() {
        return !optional && !list && byDefault.isEmpty();
    }
}
