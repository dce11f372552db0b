package org.iochub.declarative.internal.fetch.mail;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Inbox;
import org.iochub.declarative.internal.fetch.inbox.Parcel;
import org.iochub.declarative.internal.fetch.inbox.Spool;
import org.iochub.declarative.internal.fetch.mail.Attachments.Attachment;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round through a mail folder. Each attachment is a parcel; with the last of a mail, the mail is done. */
final class MailInbox implements Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(MailInbox.class);

    /** The mail whose attachments are being delivered. */
    private record Current(Message mail, String id, Map<String, String> attributes, Deque<Attachment> rest) {}

    private final Mailbox mailbox;
    private final Wanted wanted;
    private final Seen seen;
    private final Globs names;
    private final MailOptions options;
    private final DeclaredSettings settings;
    private final ZoneId zone;
    private final ClassLoader before;
    private Optional<Current> current = Optional.empty();
    private Optional<Spool> spool = Optional.empty();

    private MailInbox(
            Mailbox mailbox, Seen seen, MailOptions options, Source<DeclaredSettings> source, ClassLoader before)
            throws MessagingException {
        this.mailbox = mailbox;
        this.seen = seen;
        this.options = options;
        this.settings = source.settings();
        this.zone = source.zone();
        this.before = before;
        this.names = MailOptions.globs(options.attachments(), settings);
        this.wanted = new Wanted(
                mailbox.folder(),
                seen,
                MailOptions.globs(options.from(), settings),
                MailOptions.globs(options.subject(), settings),
                options.after() instanceof After.Seen);
    }

    /** The mail library finds its parts through the thread's class loader, from here to the closing. */
    static Inbox open(MailOptions options, Source<DeclaredSettings> source, Seen seen)
            throws MessagingException, GeneralSecurityException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        Optional<Mailbox> mailbox = Optional.empty();
        try {
            mailbox = Optional.of(Mailbox.open(options, source.settings()));
            return new MailInbox(mailbox.get(), seen, options, source, before);
        } catch (MessagingException | GeneralSecurityException | RuntimeException e) {
            mailbox.ifPresent(open -> open.close(false));
            thread.setContextClassLoader(before);
            throw e;
        }
    }

    @Override
    public Optional<Parcel> next() throws MessagingException, IOException {
        release();
        while (true) {
            if (current.isEmpty()) {
                Optional<Message> mail = wanted.next();
                if (mail.isEmpty()) {
                    return Optional.empty();
                }
                current = begin(mail.get());
                continue;
            }
            Current now = current.get();
            try {
                return Optional.of(parcel(now, now.rest().remove()));
            } catch (FaultException | IOException | MessagingException e) {
                leave(now.mail(), e);
                current = Optional.empty();
            }
        }
    }

    /** Empty for a mail without the files that are wanted: it stays as it is. */
    private Optional<Current> begin(Message mail) throws MessagingException {
        try {
            Deque<Attachment> found = new ArrayDeque<>(Attachments.of(mail, names));
            if (found.isEmpty()) {
                seen.add(wanted.name(mail));
                return Optional.empty();
            }
            return Optional.of(new Current(mail, id(mail), attributes(mail), found));
        } catch (MessagingException e) {
            leaveOrThrow(mail, e);
            return Optional.empty();
        }
    }

    private Parcel parcel(Current now, Attachment file) throws MessagingException, IOException {
        Spool content = new Spool(options.maxBytes());
        spool = Optional.of(content);
        try (InputStream in = file.part().getInputStream()) {
            in.transferTo(content);
        }
        String digest = content.finish();
        Map<String, String> attributes = new TreeMap<>(now.attributes());
        attributes.put("fileName", file.name());
        return new Parcel(
                now.id() + "/" + file.name() + "/" + digest,
                file.name(),
                content.body(),
                attributes,
                Optional.empty(),
                () -> taken(now));
    }

    private void taken(Current now) throws MessagingException {
        if (!now.rest().isEmpty()) {
            return;
        }
        current = Optional.empty();
        if (options.after() instanceof After.Move move) {
            mailbox.move(now.mail(), move.folder().fill(settings));
        } else {
            Flags.Flag flag = options.after() instanceof After.Delete ? Flags.Flag.DELETED : Flags.Flag.SEEN;
            now.mail().setFlag(flag, true);
        }
    }

    private String id(Message mail) throws MessagingException {
        String[] ids = mail.getHeader("Message-ID");
        return ids != null && ids.length > 0 && !ids[0].isBlank() ? ids[0].strip() : wanted.name(mail);
    }

    private Map<String, String> attributes(Message mail) throws MessagingException {
        Map<String, String> attributes = new TreeMap<>();
        Optional.ofNullable(mail.getSubject()).ifPresent(subject -> attributes.put("subject", subject));
        Optional.ofNullable(mail.getSentDate())
                .map(date -> OffsetDateTime.ofInstant(date.toInstant(), zone).toString())
                .ifPresent(date -> attributes.put("sentAt", date));
        return attributes;
    }

    private void leave(Message mail, Exception why) throws MessagingException, IOException {
        if (why instanceof IOException broken && !mailbox.folder().isOpen()) {
            throw broken;
        }
        if (why instanceof MessagingException refused) {
            leaveOrThrow(mail, refused);
            return;
        }
        release();
        seen.add(wanted.name(mail));
        // The mail's own words stay out: they are somebody's letter.
        LOG.warn(
                "A mail with a file that cannot be read stays where it is ({}): {}",
                why instanceof FaultException fault
                        ? fault.fault().message()
                        : why.getClass().getSimpleName(),
                wanted.name(mail));
    }

    /** A mail that is broken must not stop those behind it; a connection that is broken stops everything. */
    private void leaveOrThrow(Message mail, MessagingException why) throws MessagingException {
        if (!mailbox.folder().isOpen() || why.getCause() instanceof IOException) {
            throw why;
        }
        seen.add(wanted.name(mail));
        LOG.warn("A mail that cannot be read stays where it is: {}", wanted.name(mail));
    }

    private void release() throws IOException {
        if (spool.isPresent()) {
            spool.get().close();
            spool = Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            release();
        } catch (IOException e) {
            LOG.debug("A temporary file stays until the next start: {}", e.toString());
        }
        mailbox.close(!(options.after() instanceof After.Seen));
        Thread.currentThread().setContextClassLoader(before);
    }
}
