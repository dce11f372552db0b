package org.iochub.store.internal.current;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.OptionalLong;
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

    /** @param first the type's first slot */
    public static Place place(long first, String id) {
        ByteBuffer bits = ByteBuffer.wrap(bits(id));
        return new Place(first | bits.getLong() >>> Long.SIZE - ID_BITS, bits.getLong());
    }

    /** Where to look when another record has that one. */
    public static long next(long slot) {
        return slot & ~ID_MASK | slot + 1 & ID_MASK;
    }

    /** The first that a record of the type can have; a type that is new gets its number now. */
    public static long first(Database database, Dictionary dictionary, String type) throws SQLException {
        return first(dictionary.type(database, type), type);
    }

    /** The same for readers; empty when no record ever had the type. */
    public static OptionalLong first(Connection c, Dictionary dictionary, String type) throws SQLException {
        OptionalInt number = dictionary.knownType(c, type);
        return number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(first(number.getAsInt(), type));
    }

    private static long first(int number, String type) {
        if (number > MOST_TYPES) {
            throw FaultException.of(
                    "too-many-types",
                    type,
                    "Kho chứa được nhiều nhất " + MOST_TYPES + " loại bản ghi.",
                    "The store holds " + MOST_TYPES + " record types at most.");
        }
        return (long) number << ID_BITS;
    }

    /** The last, given the first. */
    public static long last(long first) {
        return first | ID_MASK;
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
