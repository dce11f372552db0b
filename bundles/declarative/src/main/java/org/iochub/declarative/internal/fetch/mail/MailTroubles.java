package org.iochub.declarative.internal.fetch.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.iochub.model.Text;

/** Says what a mail server's refusal means. */
final class MailTroubles {
    private MailTroubles() {}

    static Optional<Text> tell(Throwable trouble) {
        if (trouble instanceof AuthenticationFailedException) {
            return Optional.of(Text.of(
                    "Máy chủ thư từ chối tài khoản; hãy kiểm tra user và password.",
                    "The mail server refuses the account; check user and password."));
        }
        if (trouble instanceof FolderNotFoundException) {
            return Optional.of(Text.of(
                    "Hộp thư không có thư mục này; hãy kiểm tra folder.",
                    "The mailbox has no such folder; check folder."));
        }
        // What the network said says more.
        return trouble instanceof MessagingException && !broken(trouble)
                ? Optional.of(Text.of(
                        "Máy chủ thư không làm được điều được yêu cầu; hãy kiểm tra server, startTls, after.",
                        "The mail server does not do what it is asked; check server, startTls and after."))
                : Optional.empty();
    }

    private static boolean broken(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
