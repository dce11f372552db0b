package org.iochub.api;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A secret of an instance: configured as a reference ({@code env:NAME} or {@code file:/path}), resolved when it is used,
 * never shown.
 */
public final class Secret {
    private final String reference;
    private final Supplier<String> resolver;

    public Secret(String reference, Supplier<String> resolver) {
        this.reference = Objects.requireNonNull(reference, "reference");
        this.resolver = Objects.requireNonNull(resolver, "resolver");
    }

    /** Where the value stands; safe to show. */
    public String reference() {
        return reference;
    }

    /**
     * The value itself.
     *
     * @throws org.iochub.model.FaultException {@code missing-secret} when the reference leads nowhere
     */
    public String reveal() {
        return resolver.get();
    }

    @Override
    public String toString() {
        return "Secret[" + reference + "]";
    }
}
