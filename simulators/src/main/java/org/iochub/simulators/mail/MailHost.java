package org.iochub.simulators.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A real IMAP server on the loopback address, with a mailbox for each user; what lies in them is gone with it. */
public final class MailHost implements AutoCloseable {
    private final GreenMail server;
    private final Map<String, GreenMailUser> users = new LinkedHashMap<>();

    /** @param password of every mailbox */
    public MailHost(List<String> mailboxes, String password) {
        ServerSetup imap = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        this.server = new GreenMail(imap);
        server.start();
        mailboxes.forEach(address -> users.put(address, server.setUser(address, address, password)));
    }

    /** {@code imap://…}. */
    public String address() {
        return "imap://127.0.0.1:" + server.getImap().getPort();
    }

    /** Puts a mail into a mailbox, as the mail server of its owner would. */
    public void deliver(String mailbox, Mail mail) {
        try {
            users.get(mailbox)
                    .deliver(new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException("the simulated mail cannot be delivered", e);
        }
    }

    /** How many mails of a mailbox nobody has read. */
    public long unseen(String mailbox) {
        try {
            return server.getManagers().getImapHostManager().getInbox(users.get(mailbox)).getMessages().stream()
                    .filter(mail -> !mail.isSet(Flags.Flag.SEEN))
                    .count();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
