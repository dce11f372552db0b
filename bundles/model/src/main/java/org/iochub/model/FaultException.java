package org.iochub.model;

/** Carries a {@link Fault} out of code that cannot go on with the value at hand. */
public class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public FaultException(Fault fault) {
        super(fault.code() + (fault.where().isEmpty() ? "" : " at " + fault.where()) + ": "
                + fault.message().en());
        this.fault = fault;
    }

    public static FaultException of(String code, String where, String vi, String en) {
        return new FaultException(Fault.of(code, where, vi, en));
    }

    public Fault fault() {
        return fault;
    }
}
