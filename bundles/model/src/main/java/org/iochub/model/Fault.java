package org.iochub.model;

import java.util.Objects;

/**
 * What is wrong with a piece of input, where, and how to mend it.
 *
 * @param code stable, kebab-case, for grouping and metrics: {@code unknown-code}, {@code impossible-date}
 * @param where the field, line or key at fault as its owner would name it; empty when the whole message is
 * @param message one sentence that says what is wrong and how to mend it
 */
public record Fault(String code, String where, Text message) {
    public Fault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(message, "message");
    }

    public static Fault of(String code, String where, String vi, String en) {
        return new Fault(code, where, Text.of(vi, en));
    }

    /** The same fault seen from one level up: {@code parent.where}. */
    public Fault within(String parent) {
        return new Fault(code, where.isEmpty() ? parent : parent + "." + where, message);
    }
}
