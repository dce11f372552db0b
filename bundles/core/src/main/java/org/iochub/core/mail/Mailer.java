package org.iochub.core.mail;

import java.io.IOException;

/** Sends mails by the server that the administrator names. Safe for any number of threads. */
public interface Mailer {
    /** Whether there is a server at all. */
    boolean configured();

    /**
     * Hands a mail to the server; returns when that has it. Waits a minute at most.
     *
     * @throws IOException when it did not take it; nothing was sent
     */
    void send(Mail mail) throws IOException;
}
