package org.iochub.feed.internal.problem;

/** Carries a {@link Problem} to the response. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // No stack trace: it is an answer, not a failure of the hub.
        super(problem.code() + ": " + problem.detail().en(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
