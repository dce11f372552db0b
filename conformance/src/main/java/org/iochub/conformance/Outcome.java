package org.iochub.conformance;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * What one check came to.
 *
 * @param findings what has to be mended; empty when the check passes
 * @param notes what the author should know
 * @param without why there was nothing to check; present only without findings
 */
public record Outcome(List<Finding> findings, List<Finding> notes, Optional<Text> without) {
    public Outcome {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    public static Outcome of(List<Finding> findings) {
        return new Outcome(findings, List.of(), Optional.empty());
    }

    public static Outcome of(List<Finding> findings, List<Finding> notes) {
        return new Outcome(findings, notes, Optional.empty());
    }

    public static Outcome notApplicable(String vi, String en) {
        return new Outcome(List.of(), List.of(), Optional.of(Text.of(vi, en)));
    }

    boolean passed() {
        return findings.isEmpty();
    }
}
