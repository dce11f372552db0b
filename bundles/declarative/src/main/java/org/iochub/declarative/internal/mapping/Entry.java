package org.iochub.declarative.internal.mapping;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.read.Shown;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.FaultException;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/**
 * One entry of {@code map}: when it holds, what becomes of the row. Immutable.
 *
 * @param when whether it holds; empty for always
 * @param op gives {@code upsert} or {@code delete}
 * @param area gives the administrative unit
 * @param version gives what decides which version is newer; empty for order of arrival
 */
record Entry<T extends RecordData>(
        RecordType<T> type,
        Optional<Evaluator> when,
        Evaluator op,
        RecordPlan plan,
        Optional<Evaluator> area,
        Optional<Version> version) {
    /** Empty when the condition does not hold. */
    Optional<Change> change(Scope scope, RawPart raw) {
        try {
            if (when.isPresent() && !Values.truth(Version.within("when", when.get(), scope))) {
                return Optional.empty();
            }
            return Optional.of(delete(scope) ? deletion(scope, raw) : upsert(scope, raw));
        } catch (FaultException e) {
            return Optional.of(new Change.Refusal(Hidden.bounded(e.fault()), raw));
        }
    }

    private boolean delete(Scope scope) {
        Object word = Version.within("op", op, scope);
        if ("delete".equals(word)) {
            return true;
        }
        if ("upsert".equals(word)) {
            return false;
        }
        String shown = Values.empty(word) ? "" : Shown.of(Values.text(word));
        throw FaultException.of(
                "unknown-op",
                "op",
                "Biểu thức op cho «" + shown + "»; phải cho upsert hoặc delete.",
                "The expression op gives «" + shown + "»; it must give upsert or delete.");
    }

    private Change upsert(Scope scope, RawPart raw) {
        T data = type.dataClass().cast(plan.record(scope));
        return new Change.Upsert<>(type, data, area(scope), key(scope), scope.notes(), raw);
    }

    private Change deletion(Scope scope, RawPart raw) {
        T data = type.dataClass().cast(plan.forDeletion(scope));
        List<String> naturalKey;
        try {
            naturalKey = new ArrayList<>(type.identity(data));
        } catch (NullPointerException e) {
            throw FaultException.of(
                    "missing-field",
                    String.join(", ", type.identityFields()),
                    "Bản ghi bị xóa thiếu một trường định danh (" + String.join(", ", type.identityFields()) + ").",
                    "The deleted record lacks a field that identifies it (" + String.join(", ", type.identityFields())
                            + ").");
        }
        return new Change.Delete(type, naturalKey, time(data, scope), key(scope), raw);
    }

    /** When the record ended: its version's time, else its own, else now. */
    private OffsetDateTime time(T data, Scope scope) {
        if (version.isPresent()) {
            Object value = version.get().value(scope);
            if (value instanceof OffsetDateTime moment) {
                return moment;
            }
        }
        try {
            return Optional.ofNullable(type.time(data)).orElse(scope.receivedAt());
        } catch (NullPointerException e) {
            return scope.receivedAt();
        }
    }

    private VersionKey key(Scope scope) {
        return version.isPresent() ? version.get().key(scope) : VersionKey.arrival();
    }

    private Optional<AreaRef> area(Scope scope) {
        if (area.isEmpty()) {
            return Optional.empty();
        }
        TracedRow traced = scope.row() instanceof TracedRow row ? row : null;
        if (traced != null) {
            traced.begin();
        }
        Object value = Version.within("area", area.get(), scope);
        if (traced != null) {
            traced.end("area", value instanceof AreaRef ref ? ref.code() + " (" + ref.validFrom() + ")" : null, "area");
        }
        if (value != null && !(value instanceof AreaRef)) {
            throw FaultException.of(
                    "bad-area",
                    "area",
                    "Biểu thức area phải dùng areaByCode(mã, ngày) hoặc areaByName(tên, ngày).",
                    "The expression area must use areaByCode(code, date) or areaByName(name, date).");
        }
        return Optional.ofNullable((AreaRef) value);
    }
}
