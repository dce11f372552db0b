package org.iochub.conformance.adapter;

import java.util.List;
import org.iochub.conformance.Finding;

/** There is an adapter, and it is too broken to be asked anything. */
public final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String check;
    private final transient List<Finding> findings;

    /** @param check the id of the check that says so */
    Unusable(String check, List<Finding> findings) {
        super(check + ": " + findings);
        this.check = check;
        this.findings = List.copyOf(findings);
    }

    public String check() {
        return check;
    }

    public List<Finding> findings() {
        return findings;
    }
}
