package org.iochub.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * A check with what became of it.
 *
 * @param reason why it was waived, or why there was nothing to check
 */
public record Result(
        String id, Text title, Status status, List<Finding> findings, List<Finding> notes, Optional<Text> reason) {
    /** What became of a check. */
    public enum Status {
        PASSED("✓"),
        FAILED("✗"),
        /** Failed, and its author says why that is right. */
        WAIVED("–"),
        /** There was nothing to check. */
        NOT_APPLICABLE("–");

        private final String mark;

        Status(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
