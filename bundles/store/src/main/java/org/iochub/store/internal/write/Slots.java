package org.iochub.store.internal.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dictionary;
import org.iochub.store.internal.jdbc.Texts;

/**
 * Where a record's row lies in {@code current_record}: the type's number in the upper bits, 53 bits of the id below. One
 * number as the key costs half of what an index of texts would, and keeps the rows small. Two records may want the same
 * slot, once in some ten million; then the later takes the next one, and whoever looks compares 64 further bits of the id.
 */
public final class Slots {
    private static final int ID_BITS = 53;
    private static final long ID_MASK = (1L << ID_BITS) - 1;
    private static final int MOST_TYPES = (1 << 63 - ID_BITS) - 1;

    /**
     * A record's place.
     *
     * @param slot where to look first
     * @param check tells it from others that want the same slot
     */
    public record Place(long slot, long check) {}

    private Slots() {}

    public static Place place(Database database, Dictionary dictionary, String type, String id) throws SQLException {
        ByteBuffer bits = ByteBuffer.wrap(bits(id));
        return new Place(first(database, dictionary, type) | bits.getLong() >>> Long.SIZE - ID_BITS, bits.getLong());
    }

    /** Where to look when another record has that one. */
    public static long next(long slot) {
        return slot & ~ID_MASK | slot + 1 & ID_MASK;
    }

    /** The first that a record of the type can have. */
    public static long first(Database database, Dictionary dictionary, String type) throws SQLException {
        long number = dictionary.type(database, type);
        if (number > MOST_TYPES) {
            throw FaultException.of(
                    "too-many-types",
                    type,
                    "Kho chứa được nhiều nhất " + MOST_TYPES + " loại bản ghi.",
                    "The store holds " + MOST_TYPES + " record types at most.");
        }
        return number << ID_BITS;
    }

    /** The last, given the first. */
    public static long last(long first) {
        return first | ID_MASK;
    }

    static Place place(Context context, RecordState state) throws SQLException {
        return place(context.database(), context.dictionary(), state.type(), state.id());
    }

    static long first(Context context, String type) throws SQLException {
        return first(context.database(), context.dictionary(), type);
    }

    /** 16 bytes or more that stand for the id. */
    private static byte[] bits(String id) {
        if (id.length() == 32) {
            // The hub's own ids are digests in base 32: their bits are as good as any.
            byte[] bytes = new byte[20];
            for (int group = 0; group < 4; group++) {
                long bits = 0;
                for (int i = 0; i < 8; i++) {
                    int digit = digit(id.charAt(group * 8 + i));
                    if (digit < 0) {
                        return digest(id);
                    }
                    bits = bits << 5 | digit;
                }
                for (int i = 4; i >= 0; i--) {
                    bytes[group * 5 + i] = (byte) bits;
                    bits >>>= 8;
                }
            }
            return bytes;
        }
        return digest(id);
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'v' ? c - 'a' + 10 : -1;
    }

    private static byte[] digest(String id) {
        return Texts.sha256().digest(id.getBytes(StandardCharsets.UTF_8));
    }
}
