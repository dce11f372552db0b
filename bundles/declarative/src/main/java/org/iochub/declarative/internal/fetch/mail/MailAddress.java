package org.iochub.declarative.internal.fetch.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.iochub.model.Text;

/** Addresses of mail servers. */
final class MailAddress {
    static final Text WRONG = Text.of(
            "Địa chỉ máy chủ thư phải như imaps://may-chu:993 (hoặc imap, pop3s, pop3), không kèm tài khoản.",
            "The mail server's address has to be like imaps://host:993 (or imap, pop3s, pop3), without an account.");
    static final Text POP3 = Text.of(
            "POP3 không đánh dấu và không có thư mục; hãy dùng imaps hoặc after: delete.",
            "POP3 neither marks mails nor has folders; use imaps or after: delete.");
    private static final Set<String> PROTOCOLS = Set.of("imap", "imaps", "pop3", "pop3s");

    private MailAddress() {}

    static Optional<URI> parse(String text) {
        try {
            URI address = new URI(text);
            boolean good = address.getScheme() != null
                    && PROTOCOLS.contains(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
            return good ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
