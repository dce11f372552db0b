package org.iochub.fuzz;

/** A parser, and what it may throw: anything else is a finding. */
@FunctionalInterface
public interface Target {
    /** @throws Exception a finding */
    void read(byte[] bytes) throws Exception;

    /** Whether a parser may end in this: a fault for a person, or an error of reading. */
    static void expected(Exception e) throws Exception {
        boolean refusal = e instanceof org.iochub.model.FaultException
                || e instanceof org.iochub.feed.internal.problem.ProblemException
                || e instanceof java.io.IOException
                || e instanceof java.io.UncheckedIOException;
        if (!refusal) {
            throw e;
        }
    }
}
