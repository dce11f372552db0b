package org.iochub.core.mail;

import java.util.List;

/**
 * A mail.
 *
 * @param id the same for every attempt, letters, digits, dots and hyphens: mail systems know what they have already
 * @param to addresses, one or more
 * @param text plain text
 */
public record Mail(String id, List<String> to, String subject, String text, List<Attachment> attachments) {
    public Mail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** @param type a media type @param content not to be changed */
    public record Attachment(String name, String type, byte[] content) {}
}
