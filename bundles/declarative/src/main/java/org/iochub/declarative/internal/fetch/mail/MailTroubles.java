package org.iochub.declarative.internal.fetch.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
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
        // What lies beneath says more.
        return trouble instanceof MessagingException && trouble.getCause() == null
                ? Optional.of(Text.of(
                        "Máy chủ thư báo lỗi (" + trouble.getClass().getSimpleName() + "); sẽ thử lại.",
                        "The mail server reports an error ("
                                + trouble.getClass().getSimpleName() + "); it will be tried again."))
                : Optional.empty();
    }
}
