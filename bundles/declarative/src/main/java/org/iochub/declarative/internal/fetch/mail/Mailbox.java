package org.iochub.declarative.internal.fetch.mail;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Properties;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Trust;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open folder of a mail server. Used by one thread. */
record Mailbox(Store store, Folder folder) {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final String FETCH_BYTES = Integer.toString(256 << 10);

    static Mailbox open(MailOptions options, DeclaredSettings settings)
            throws MessagingException, GeneralSecurityException {
        URI server = address(options.server().fill(settings), options.after());
        Store store = Session.getInstance(properties(server.getScheme(), options, settings))
                .getStore(server.getScheme());
        try {
            store.connect(
                    server.getHost(),
                    server.getPort(),
                    options.user().fill(settings),
                    options.password().fill(settings));
            Folder folder = store.getFolder(options.folder().fill(settings));
            folder.open(Folder.READ_WRITE);
            return new Mailbox(store, folder);
        } catch (MessagingException | RuntimeException e) {
            close(store);
            throw e;
        }
    }

    private static URI address(String text, After after) {
        Optional<URI> server = MailAddress.parse(text);
        if (server.isEmpty()) {
            throw FaultException.of("bad-setting", "server", MailAddress.WRONG.vi(), MailAddress.WRONG.en());
        }
        if (server.get().getScheme().startsWith("pop3") && !(after instanceof After.Delete)) {
            throw FaultException.of("bad-setting", "after", MailAddress.POP3.vi(), MailAddress.POP3.en());
        }
        return server.get();
    }

    private static Properties properties(String protocol, MailOptions options, DeclaredSettings settings)
            throws GeneralSecurityException {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(options.timeout().of(settings).toMillis());
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", Boolean.toString(options.startTls()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        // Reading must not mark a mail as seen: that is the acknowledgement.
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "fetchsize", FETCH_BYTES);
        if (options.ca().isPresent()) {
            properties.put(
                    prefix + "ssl.socketFactory", Trust.of(options.ca().get().fill(settings)));
        }
        return properties;
    }

    /** Mails are gone from here when the folder closes. */
    void move(Message mail, String target) throws MessagingException {
        Folder there = store.getFolder(target);
        if (!there.exists() && !there.create(Folder.HOLDS_MESSAGES)) {
            throw FaultException.of(
                    "bad-setting",
                    "after.move",
                    "Hộp thư không có và không cho tạo thư mục «" + target + "»; hãy tạo hoặc đổi after.move.",
                    "The mailbox has no folder «" + target + "» and lets none be made; make it or change after.move.");
        }
        folder.copyMessages(new Message[] {mail}, there);
        mail.setFlag(jakarta.mail.Flags.Flag.DELETED, true);
    }

    /** @param expunge whether mails that are marked so are deleted for good */
    void close(boolean expunge) {
        try {
            if (folder.isOpen()) {
                folder.close(expunge);
            }
        } catch (MessagingException | RuntimeException e) {
            LOG.debug("A folder did not close cleanly: {}", e.getClass().getName());
        }
        close(store);
    }

    private static void close(Store store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException e) {
            LOG.debug(
                    "A mail server's connection did not close cleanly: {}",
                    e.getClass().getName());
        }
    }
}
