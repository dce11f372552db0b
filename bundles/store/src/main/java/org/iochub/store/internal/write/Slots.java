package org.iochub.store.internal.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dictionary;
import org.iochub.store.internal.jdbc.Texts;

/**
 * Where a record's row lies in {@code current_record}: the type's number in the upper bits, 56 bits of the id below. One
 * number as the key is worth half the time that an index of texts would cost. Two records may want the same slot, once in
 * some ten million; then the later takes the next one, and whoever looks compares the id and looks on.
 */
public final class Slots {
    private static final int ID_BITS = 56;
    private static final long ID_MASK = (1L << ID_BITS) - 1;
    /** More types than this share ranges, which costs time, nothing else. */
    private static final int TYPE_MASK = 0x7f;

    private Slots() {}

    /** Where to look first. */
    public static long slot(Database database, Dictionary dictionary, String type, String id) throws SQLException {
        return first(database, dictionary, type) | bits(id);
    }

    /** Where to look when another record has that one. */
    public static long next(long slot) {
        return slot & ~ID_MASK | slot + 1 & ID_MASK;
    }

    /** The first that a record of the type can have. */
    public static long first(Database database, Dictionary dictionary, String type) throws SQLException {
        return (long) (dictionary.type(database, type) & TYPE_MASK) << ID_BITS;
    }

    /** The last, given the first. */
    public static long last(long first) {
        return first | ID_MASK;
    }

    static long first(Context context, String type) throws SQLException {
        return first(context.database(), context.dictionary(), type);
    }

    static long last(Context context, String type) throws SQLException {
        return last(first(context, type));
    }

    private static long bits(String id) {
        long bits = 0;
        if (id.length() == 32) {
            // The hub's own ids are digests in base 32: their first bits are as good as any.
            for (int i = 0; i < 12; i++) {
                int digit = Character.digit(id.charAt(i), 32);
                if (digit < 0) {
                    return digest(id);
                }
                bits = bits << 5 | digit;
            }
            return bits >>> 4;
        }
        return digest(id);
    }

    private static long digest(String id) {
        return ByteBuffer.wrap(Texts.sha256().digest(id.getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                & ID_MASK;
    }
}
