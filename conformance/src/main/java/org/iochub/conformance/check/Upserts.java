package org.iochub.conformance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.iochub.api.Change;
import org.iochub.conformance.Examination;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Instance;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;
import org.iochub.model.RecordId;
import org.iochub.model.RecordType;
import org.iochub.model.schema.RecordValidator;

/** The whole records among the changes. */
final class Upserts {
    private Upserts() {}

    /**
     * A whole record of a fixture.
     *
     * @param key without the scope
     */
    record Found(Fixture fixture, Change.Upsert<?> upsert, RecordId id, List<String> key) {
        String type() {
            return upsert.type().name();
        }

        OptionalLong version() {
            return upsert.version().order();
        }

        /** The record for people: the case and the place in it. */
        String where() {
            return "fixtures/" + fixture.file() + " " + upsert.raw().position();
        }

        String named() {
            return type() + " " + String.join(" / ", key);
        }
    }

    /** Of all fixtures, in order; those that are not valid are left out, since they are never stored. */
    static List<Found> of(Examination examination) {
        List<Found> all = new ArrayList<>();
        for (Examination.Case one : examination.cases()) {
            all.addAll(of(examination, one.fixture(), one.mapped()));
        }
        return all;
    }

    static List<Found> of(Examination examination, Fixture fixture, Mapped mapped) {
        List<Found> all = new ArrayList<>();
        for (Change change : mapped.changes()) {
            if (change instanceof Change.Upsert<?> upsert && faults(upsert).isEmpty()) {
                all.add(found(examination, fixture, upsert));
            }
        }
        return all;
    }

    private static <T extends RecordData> Found found(
            Examination examination, Fixture fixture, Change.Upsert<T> upsert) {
        RecordType<T> type = upsert.type();
        List<String> key = type.identity(upsert.data());
        return new Found(fixture, upsert, type.id(examination.instance().tenant(), Instance.ID, key), key);
    }

    static <T extends RecordData> List<Fault> faults(Change.Upsert<T> upsert) {
        return RecordValidator.of(upsert.type()).validate(upsert.data());
    }
}
