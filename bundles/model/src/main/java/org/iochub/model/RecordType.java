package org.iochub.model;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of record: its name and major version, its content class, what identifies a record and when it happened. The
 * JSON Schema and the validator are derived from {@link #dataClass()}. The twelve built-in ones stand in
 * {@link org.iochub.model.record.RecordTypes}; a bundle adds one by registering an OSGi service of this class.
 *
 * @param <T> the content
 */
public final class RecordType<T extends RecordData> {
    /** Within what an identity is unique. The scope's own name becomes the first part of the digested identity. */
    public enum Scope {
        /** Nationwide: official codes. */
        GLOBAL,
        /** Within one authority. */
        TENANT,
        /** Within one source instance of one authority. */
        SOURCE
    }

    /**
     * A named part of a record that can be patched alone.
     *
     * @param name the field of the content that holds it
     * @param valueClass what a patch carries: an element of the list, or the field's value
     * @param key the fields of {@code valueClass} that tell list elements apart; empty when the part is one value
     */
    public record Part(String name, Class<?> valueClass, List<String> key) {}

    private final String name;
    private final int major;
    private final Text title;
    private final Text description;
    private final Class<T> dataClass;
    private final Scope scope;
    private final String timeField;
    private final Function<T, OffsetDateTime> time;
    private final Function<T, List<String>> identity;
    private final List<String> identityFields;
    private final List<Part> parts;
    private final Optional<String> placeField;
    private final Optional<String> statusField;

    private RecordType(Builder<T> b) {
        this.name = b.name;
        this.major = b.major;
        this.title = Objects.requireNonNull(b.title, "title");
        this.description = Objects.requireNonNull(b.description, "description");
        this.dataClass = b.dataClass;
        this.scope = Objects.requireNonNull(b.scope, "scope");
        this.timeField = Objects.requireNonNull(b.timeField, "timeField");
        this.time = Objects.requireNonNull(b.time, "time");
        this.identity = Objects.requireNonNull(b.identity, "identity");
        this.identityFields = List.copyOf(b.identityFields);
        this.parts = List.copyOf(b.parts);
        this.placeField = b.placeField;
        this.statusField = b.statusField;
    }

    public static <T extends RecordData> Builder<T> define(String name, int major, Class<T> dataClass) {
        return new Builder<>(name, major, dataClass);
    }

    /** Kebab-case, as in {@code /api/v1/feeds/citizen-report}. */
    public String name() {
        return name;
    }

    public int major() {
        return major;
    }

    public Text title() {
        return title;
    }

    public Text description() {
        return description;
    }

    public Class<T> dataClass() {
        return dataClass;
    }

    public Scope scope() {
        return scope;
    }

    /** The field of the content that holds when it happened in the world. */
    public String timeField() {
        return timeField;
    }

    public OffsetDateTime time(T data) {
        return time.apply(data);
    }

    /** The natural key, without the scope. */
    public List<String> identity(T data) {
        return identity.apply(data);
    }

    /** The fields of the content that the natural key is made of, for people; empty when the type does not say. */
    public List<String> identityFields() {
        return identityFields;
    }

    /** The id of the record that a natural key names, within its scope. */
    public RecordId id(String tenant, String source, List<String> naturalKey) {
        List<String> scoped = new ArrayList<>(naturalKey.size() + 2);
        if (scope != Scope.GLOBAL) {
            scoped.add(tenant);
        }
        if (scope == Scope.SOURCE) {
            scoped.add(source);
        }
        scoped.addAll(naturalKey);
        return RecordId.of(name, scoped);
    }

    public List<Part> parts() {
        return parts;
    }

    public Optional<Part> part(String partName) {
        return parts.stream().filter(part -> part.name().equals(partName)).findFirst();
    }

    /** The field with a place in the world, for GeoJSON; empty for types that have none. */
    public Optional<String> placeField() {
        return placeField;
    }

    /** The field with the record's status, a text, to filter by; empty for types that have none. */
    public Optional<String> statusField() {
        return statusField;
    }

    /** The CloudEvents type, {@code org.iochub.<type>.v<major>}. */
    public String eventType() {
        return "org.iochub." + name + ".v" + major;
    }

    @Override
    public String toString() {
        return name + ".v" + major;
    }

    /** Collects what a type is; {@link #build()} refuses an incomplete one. */
    public static final class Builder<T extends RecordData> {
        private final String name;
        private final int major;
        private final Class<T> dataClass;
        private Text title;
        private Text description;
        private Scope scope;
        private String timeField;
        private Function<T, OffsetDateTime> time;
        private Function<T, List<String>> identity;
        private List<String> identityFields = List.of();
        private final List<Part> parts = new ArrayList<>();
        private Optional<String> placeField = Optional.empty();
        private Optional<String> statusField = Optional.empty();

        private Builder(String name, int major, Class<T> dataClass) {
            this.name = Objects.requireNonNull(name, "name");
            this.major = major;
            this.dataClass = Objects.requireNonNull(dataClass, "dataClass");
        }

        public Builder<T> title(String vi, String en) {
            this.title = Text.of(vi, en);
            return this;
        }

        public Builder<T> description(String vi, String en) {
            this.description = Text.of(vi, en);
            return this;
        }

        public Builder<T> identity(Scope within, Function<T, List<String>> key) {
            this.scope = within;
            this.identity = key;
            return this;
        }

        /** Names what {@link #identity} takes, for the schema. */
        public Builder<T> identityFields(String... fields) {
            this.identityFields = List.of(fields);
            return this;
        }

        public Builder<T> time(String field, Function<T, OffsetDateTime> getter) {
            this.timeField = field;
            this.time = getter;
            return this;
        }

        public Builder<T> part(String partName, Class<?> valueClass, String... key) {
            parts.add(new Part(partName, valueClass, List.of(key)));
            return this;
        }

        public Builder<T> place(String field) {
            this.placeField = Optional.of(field);
            return this;
        }

        public Builder<T> status(String field) {
            this.statusField = Optional.of(field);
            return this;
        }

        public RecordType<T> build() {
            return new RecordType<>(this);
        }
    }
}
