package org.iochub.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of an instance's configuration, on a component of the adapter's settings record. The key is the
 * component's name. Components may be {@code String}, {@code int}, {@code long}, {@code boolean}, {@code double},
 * {@code java.time.Duration} ({@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}), {@code java.net.URI}, an enum (its
 * constant, any case, hyphens for underscores), {@code List<String>} (comma-separated), {@code Optional} of one of
 * these, or {@link Secret}. The hub checks every value before the adapter sees it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    String vi();

    String en();

    /** The value of an absent key, in the notation of the configuration file; without one the key is required. */
    String byDefault() default "";

    /** Shown where a value is missing or wrong. */
    String example() default "";

    long min() default Long.MIN_VALUE;

    long max() default Long.MAX_VALUE;

    /** A regular expression for text; empty for any. */
    String pattern() default "";
}
