package org.iochub.feed.internal.access;

import java.util.Set;

/** People with names and passwords. */
public interface PasswordRealm {
    /** The person's roles; empty when name and password do not belong together. */
    Set<String> roles(String user, char[] password);
}
