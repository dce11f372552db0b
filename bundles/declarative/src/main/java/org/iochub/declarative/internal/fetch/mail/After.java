package org.iochub.declarative.internal.fetch.mail;

import org.iochub.declarative.internal.fetch.Template;

/** What becomes of a mail when the hub has all that is wanted of it. */
sealed interface After {
    /** It is marked as seen; only mails that are not seen are read. */
    record Seen() implements After {}

    record Delete() implements After {}

    /** It goes to another folder, which is made when it is not there. */
    record Move(Template folder) implements After {}
}
