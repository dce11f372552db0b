package org.iochub.core.alert;

import java.util.List;

/**
 * Who to call.
 *
 * @param names the sector's contact as the authority's file writes it; then who is on duty
 * @param mails their addresses, as far as they are known
 */
public record AlertContact(List<String> names, List<String> mails) {
    public static final AlertContact NOBODY = new AlertContact(List.of(), List.of());

    public AlertContact {
        names = List.copyOf(names);
        mails = List.copyOf(mails);
    }

    /** In one line; empty when nobody is named. */
    public String line() {
        return String.join("; ", names);
    }
}
