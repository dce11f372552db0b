package org.iochub.store.internal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.iochub.store.internal.jdbc.Texts;

/** Binds an entry to the one before it. */
final class Chain {
    private Chain() {}

    /** Every part with its length before it, so that nothing can be moved from one to the next. */
    static String hash(String before, Row row) {
        MessageDigest digest = Texts.sha256();
        for (String part : List.of(
                before,
                Long.toString(row.no()),
                Long.toString(row.at()),
                row.actor(),
                row.name(),
                row.action(),
                row.target(),
                row.detail())) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** An entry as its table has it. */
    record Row(long no, long at, String actor, String name, String action, String target, String detail, String hash) {}
}
