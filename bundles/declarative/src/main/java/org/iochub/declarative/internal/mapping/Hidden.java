package org.iochub.declarative.internal.mapping;

import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** Faults whose sentences must not repeat what a person's record holds, and faults that must not be endless. */
final class Hidden {
    private static final int LONGEST = 600;

    /** Its place is what the source wrote, which may be anything; that of a code in the list is public. */
    private static final String PLACED_BY_VALUE = "unknown-area";

    private Hidden() {}

    /** The same fault without the value. */
    static Fault of(Fault fault) {
        return Fault.of(
                fault.code(),
                fault.code().equals(PLACED_BY_VALUE) ? "" : fault.where(),
                "Giá trị không hiểu được (" + fault.code() + "); nội dung không hiện vì là dữ liệu cá nhân.",
                "The value cannot be understood (" + fault.code() + "); it is not shown, being personal data.");
    }

    /** An expression whose faults do not show values. */
    static Evaluator of(Evaluator evaluator) {
        return scope -> {
            try {
                return evaluator.evaluate(scope);
            } catch (FaultException e) {
                throw new FaultException(of(e.fault()));
            }
        };
    }

    /** A sentence that repeats a value of a source may be as long as that value. */
    static Fault bounded(Fault fault) {
        Text text = fault.message();
        return text.vi().length() <= LONGEST && text.en().length() <= LONGEST
                ? fault
                : Fault.of(fault.code(), fault.where(), cut(text.vi()), cut(text.en()));
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }
}
