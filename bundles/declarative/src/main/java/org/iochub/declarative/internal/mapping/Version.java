package org.iochub.declarative.internal.mapping;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;

/** What decides which of two versions is newer: a moment or a number. Immutable. */
record Version(Evaluator evaluator) {
    private static final String KEY = "version";

    Object value(Scope scope) {
        return within(KEY, evaluator, scope);
    }

    VersionKey key(Scope scope) {
        Object value = value(scope);
        if (value instanceof OffsetDateTime moment) {
            return VersionKey.at(moment.toInstant());
        }
        if (value instanceof LocalDate day) {
            return VersionKey.at(day.atStartOfDay(scope.source().zone()).toInstant());
        }
        if (value instanceof Number number) {
            return VersionKey.revision(whole(number));
        }
        throw FaultException.of(
                "missing-version",
                KEY,
                "Biểu thức version phải cho một thời điểm hoặc số nguyên; hãy dùng date(…), number(…), và first(…) khi có"
                        + " thể thiếu.",
                "The expression version must give a moment or a whole number; use date(…), number(…), and first(…) where"
                        + " it may be missing.");
    }

    private static long whole(Number number) {
        try {
            return Values.decimal(number).longValueExact();
        } catch (ArithmeticException e) {
            throw FaultException.of(
                    "not-an-integer",
                    KEY,
                    "Số của version phải là số nguyên.",
                    "The number of version must be a whole number.");
        }
    }

    /** What an expression beside the fields gives; its faults name its key. */
    static Object within(String key, Evaluator evaluator, Scope scope) {
        try {
            return evaluator.evaluate(scope);
        } catch (FaultException e) {
            Fault fault = e.fault();
            throw new FaultException(fault.where().isEmpty() ? fault.within(key) : fault);
        }
    }
}
