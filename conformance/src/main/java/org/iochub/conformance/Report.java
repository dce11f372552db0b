package org.iochub.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iochub.conformance.adapter.Subject;

/**
 * Everything that was found out about an adapter.
 *
 * @param subject empty when it was too broken to be asked
 * @param cases its fixtures with what it made of them
 */
public record Report(Path path, Optional<Subject> subject, List<Result> results, List<Examination.Case> cases) {
    public Report {
        results = List.copyOf(results);
        cases = List.copyOf(cases);
    }

    /** Whether every check passed, was waived or had nothing to look at. */
    public boolean passed() {
        return results.stream().noneMatch(result -> result.status() == Result.Status.FAILED);
    }
}
