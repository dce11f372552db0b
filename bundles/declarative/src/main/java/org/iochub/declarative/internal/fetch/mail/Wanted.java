package org.iochub.declarative.internal.fetch.mail;

import jakarta.mail.Address;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.search.FlagTerm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Goes through the mails of a folder, oldest first, and gives those that are wanted. Used by one thread. */
final class Wanted {
    private static final int AT_A_TIME = 100;

    private final Folder folder;
    private final Seen seen;
    private final Globs from;
    private final Globs subject;
    private final Deque<Message> rest = new ArrayDeque<>();
    private final Deque<Message> ready = new ArrayDeque<>();

    /**
     * @param seen mails that were looked at before and are not wanted
     * @param unread whether only mails count that are not marked as seen
     */
    Wanted(Folder folder, Seen seen, Globs from, Globs subject, boolean unread) throws MessagingException {
        this.folder = folder;
        this.seen = seen;
        this.from = from;
        this.subject = subject;
        Message[] mails =
                unread ? folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)) : folder.getMessages();
        rest.addAll(Arrays.asList(mails));
    }

    Optional<Message> next() throws MessagingException {
        while (ready.isEmpty() && !rest.isEmpty()) {
            List<Message> some = new ArrayList<>();
            while (some.size() < AT_A_TIME && !rest.isEmpty()) {
                some.add(rest.remove());
            }
            look(some);
        }
        return Optional.ofNullable(ready.poll());
    }

    private void look(List<Message> mails) throws MessagingException {
        List<Message> unknown = new ArrayList<>();
        fetch(mails, UIDFolder.FetchProfileItem.UID);
        for (Message mail : mails) {
            if (!seen.has(name(mail))) {
                unknown.add(mail);
            }
        }
        fetch(unknown, FetchProfile.Item.ENVELOPE, FetchProfile.Item.FLAGS);
        for (Message mail : unknown) {
            if (mail.isExpunged() || mail.isSet(Flags.Flag.DELETED)) {
                continue;
            }
            if (fits(mail)) {
                ready.add(mail);
            } else {
                seen.add(name(mail));
            }
        }
    }

    private void fetch(List<Message> mails, FetchProfile.Item... items) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        Arrays.stream(items).forEach(profile::add);
        folder.fetch(mails.toArray(Message[]::new), profile);
    }

    /** The server's own name of a mail, for as long as the folder is what it is. */
    String name(Message mail) throws MessagingException {
        return folder instanceof UIDFolder numbered
                ? numbered.getUIDValidity() + "-" + numbered.getUID(mail)
                : Optional.ofNullable(mail.getHeader("Message-ID"))
                        .map(ids -> ids[0])
                        .orElse("");
    }

    private boolean fits(Message mail) throws MessagingException {
        if (!subject.fit(Optional.ofNullable(mail.getSubject()).orElse(""))) {
            return false;
        }
        Address[] senders = Optional.ofNullable(mail.getFrom()).orElse(new Address[0]);
        return from.patterns().isEmpty()
                || Arrays.stream(senders)
                        .map(sender -> sender instanceof InternetAddress address
                                ? Optional.ofNullable(address.getAddress()).orElse("")
                                : sender.toString())
                        .anyMatch(from::fit);
    }
}
