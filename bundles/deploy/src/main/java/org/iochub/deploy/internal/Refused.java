package org.iochub.deploy.internal;

import org.iochub.model.Text;

/** Why a file is not taken: what is wrong, where, and how to mend it. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Text reason;

    Refused(String vi, String en) {
        super(en);
        this.reason = Text.of(vi, en);
    }

    Text reason() {
        return reason;
    }

    /** The reason in one line, for the log. */
    String line() {
        return line(reason);
    }

    static String line(Text reason) {
        return reason.toString().replaceAll("\\s*\n\\s*", " | ");
    }

    /** The same refusal with what became of the running version. */
    Refused and(String vi, String en) {
        return new Refused(reason.vi() + " " + vi, reason.en() + " " + en);
    }
}
