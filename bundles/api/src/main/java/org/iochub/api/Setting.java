package org.iochub.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of an instance's configuration, on a component of the adapter's settings record. The key is the
 * component's name. Components may be {@code String}, {@code int}, {@code long}, {@code boolean}, {@code double},
 * {@code java.time.Duration} ({@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}), {@code java.net.URI}, an enum (its
 * constant, any case, hyphens for underscores), {@link Secret}, {@code List<String>} (comma-separated), or
 * {@code Optional} of one of these, such as {@code Optional<Secret>} and {@code Optional<List<String>>}. The hub checks
 * every value before the adapter sees it; each element of a list has to fit the pattern.
 *
 * <p>A key without a value counts as absent. An absent {@code Optional} is empty and takes no default; an absent list
 * without a default is the empty list.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    String vi();

    String en();

    /**
     * The value of an absent key, in the notation of the configuration file; without one the key is required, unless its
     * component is an {@code Optional} or a list.
     */
    String byDefault() default "";

    /** Shown where a value is missing or wrong. */
    String example() default "";

    long min() default Long.MIN_VALUE;

    long max() default Long.MAX_VALUE;

    /** A regular expression for text; empty for any. */
    String pattern() default "";
}
