package org.iochub.archive.internal;

import java.time.Duration;
import java.util.Optional;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchivePolicy.Mode;
import org.iochub.core.archive.Archiver.ArchiveWish;
import org.iochub.model.FaultException;

/**
 * What becomes of a source's messages, of its own wishes and the hub's.
 *
 * @param mode for sources that are not sensitive
 * @param keyed whether there is a key
 */
record Policies(Mode mode, long days, long mebibytes, boolean keyed) {
    static final long DAYS = 90;
    static final long MEBIBYTES = 2_048;

    static Policies usual() {
        return new Policies(Mode.PLAIN, DAYS, MEBIBYTES, false);
    }

    /** For sources that have no file any more. */
    ArchivePolicy otherwise() {
        return new ArchivePolicy(mode, Duration.ofDays(days), mebibytes << 20);
    }

    ArchivePolicy of(ArchiveWish wish) {
        Mode wanted = wish.mode().orElseGet(() -> usual(wish.sensitive()));
        if (wanted == Mode.PLAIN && wish.sensitive()) {
            throw FaultException.of(
                    "bad-setting",
                    "archive",
                    "Bản tin của bộ kết nối này chứa dữ liệu cá nhân nhạy cảm: khóa «archive» phải là none hoặc encrypted.",
                    "Messages of this adapter hold sensitive personal data: the key «archive» must be none or encrypted.");
        }
        if (wanted == Mode.ENCRYPTED && !keyed) {
            throw FaultException.of(
                    "bad-setting",
                    "archive",
                    "Khóa «archive» là encrypted nhưng hub chưa có tệp khóa; hãy đặt HUB_ARCHIVE_KEY_FILE ngoài thư mục dữ liệu.",
                    "The key «archive» says encrypted and the hub has no key: set HUB_ARCHIVE_KEY_FILE, outside the data folder.");
        }
        return new ArchivePolicy(
                wanted,
                Duration.ofDays(wish.days().orElse(days)),
                wish.mebibytes().orElse(mebibytes) << 20);
    }

    private Mode usual(boolean sensitive) {
        if (!sensitive || mode == Mode.NONE) {
            return mode == Mode.ENCRYPTED && !keyed ? Mode.NONE : mode;
        }
        return Optional.of(Mode.ENCRYPTED).filter(m -> keyed).orElse(Mode.NONE);
    }
}
