package org.iochub.alerts.internal.send;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.iochub.core.mail.Mail;
import org.iochub.core.mail.Mailer;

/** Mails to those who are always told, and to the alert's own contacts: one each, or one for all when they are many. */
public final class MailChannel implements Channel {
    private final Supplier<Mailer> mailer;
    private final String hub;
    private final Settings settings;

    /**
     * Who gets mails.
     *
     * @param always addresses that get every alert
     * @param contacts whether an alert's own contacts get it, too
     * @param digest more than so many at once are one mail
     */
    public record Settings(List<String> always, boolean contacts, int digest) {
        public Settings {
            always = List.copyOf(always);
        }
    }

    /** @param hub this hub's name */
    public MailChannel(Supplier<Mailer> mailer, String hub, Settings settings) {
        this.mailer = mailer;
        this.hub = hub;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(List<Notice> notices, int lost, Consumer<List<Notice>> told) throws IOException {
        Mailer sender = mailer.get();
        Map<Set<String>, List<Notice>> groups = new LinkedHashMap<>();
        List<Notice> nobodys = new ArrayList<>();
        for (Notice notice : notices) {
            Set<String> to = new LinkedHashSet<>(settings.always());
            if (settings.contacts()) {
                to.addAll(notice.alert().contact().mails());
            }
            (to.isEmpty() || !sender.configured() ? nobodys : groups.computeIfAbsent(to, key -> new ArrayList<>()))
                    .add(notice);
        }
        if (!nobodys.isEmpty()) {
            told.accept(nobodys);
        }
        int unsaid = lost;
        for (Map.Entry<Set<String>, List<Notice>> group : groups.entrySet()) {
            deliver(sender, List.copyOf(group.getKey()), group.getValue(), unsaid, told);
            unsaid = 0;
        }
    }

    private void deliver(Mailer sender, List<String> to, List<Notice> notices, int lost, Consumer<List<Notice>> told)
            throws IOException {
        if (notices.size() > settings.digest() || lost > 0) {
            String id = notices.get(0).id() + "." + notices.size();
            sender.send(new Mail(id, to, Messages.subject(hub, notices), Messages.digest(notices, lost), List.of()));
            told.accept(notices);
            return;
        }
        for (Notice notice : notices) {
            sender.send(new Mail(notice.id(), to, Messages.subject(hub, notice), Messages.text(notice), List.of()));
            told.accept(List.of(notice));
        }
    }
}
