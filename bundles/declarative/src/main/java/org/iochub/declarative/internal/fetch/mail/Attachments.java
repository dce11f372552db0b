package org.iochub.declarative.internal.fetch.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the files that hang on a mail; opens none of them. */
final class Attachments {
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 500;

    /**
     * A file.
     *
     * @param name without folders
     */
    record Attachment(String name, Part part) {}

    private final Globs names;
    private final List<Attachment> found = new ArrayList<>();
    private int parts;

    private Attachments(Globs names) {
        this.names = names;
    }

    /** In the order of the mail. */
    static List<Attachment> of(Part mail, Globs names) throws MessagingException {
        Attachments attachments = new Attachments(names);
        attachments.look(mail, 0);
        return List.copyOf(attachments.found);
    }

    private void look(Part part, int depth) throws MessagingException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*")) {
            // Not by getContent(): that looks for handlers on the class path.
            Multipart multipart = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                look(inner, depth + 1);
            }
            return;
        }
        Optional<String> name = name(part);
        if (name.isPresent() && names.fit(name.get()) && !part.isMimeType("message/rfc822")) {
            found.add(new Attachment(name.get(), part));
        }
    }

    private static Optional<String> name(Part part) throws MessagingException {
        String written = part.getFileName();
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        String name = decoded(written).replace('\\', '/');
        return Optional.of(name.substring(name.lastIndexOf('/') + 1).strip()).filter(text -> !text.isEmpty());
    }

    /** Many programs encode names as if they were subjects. */
    static String decoded(String text) {
        try {
            return MimeUtility.decodeText(text);
        } catch (UnsupportedEncodingException e) {
            return text;
        }
    }
}
