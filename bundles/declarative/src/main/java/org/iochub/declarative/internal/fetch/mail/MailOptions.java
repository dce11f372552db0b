package org.iochub.declarative.internal.fetch.mail;

import java.util.List;
import java.util.Optional;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.declarative.internal.fetch.inbox.Span;

/**
 * The options of a {@code mail} fetch.
 *
 * @param from patterns of senders' addresses; empty for any
 * @param subject patterns of subjects; empty for any
 * @param attachments patterns of attachments' names; empty for any
 * @param startTls whether a connection that begins plain must become encrypted
 * @param maxBytes of one attachment
 * @param timeout of the network
 */
record MailOptions(
        Template server,
        Template user,
        Template password,
        Template folder,
        List<Template> from,
        List<Template> subject,
        List<Template> attachments,
        After after,
        Span every,
        Span timeout,
        boolean startTls,
        Optional<Template> ca,
        int maxBytes) {
    static Globs globs(List<Template> templates, DeclaredSettings settings) {
        return Globs.of(templates.stream()
                .map(template -> template.fill(settings))
                .filter(text -> !text.isEmpty())
                .toList());
    }
}
