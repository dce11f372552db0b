package org.iochub.conformance;

import org.iochub.model.Text;

/** One question that every adapter is asked. */
public interface Check {
    /** Kebab-case; what a waiver names. */
    String id();

    /** What passes, in a few words. */
    Text title();

    /** @throws Exception when the check itself could not be done; the kit says so */
    Outcome run(Examination examination) throws Exception;
}
