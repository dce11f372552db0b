package org.iochub.store.internal.current;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is kept of a record besides its versions, packed into some fifty bytes. One column instead of ten: this
 * halves what is written of them.
 *
 * @param check tells records apart that want the same slot
 * @param vid the version that stands
 * @param lastVid the version that came last, which may be a late one
 * @param area 0 for none
 * @param key only meaningful when {@code keyed}
 * @param hash the first half of the content's digest; empty when deleted
 * @param putHash that of the last whole record when patches came after it; else null
 */
public record CurrentRow(
        long check,
        long vid,
        long lastVid,
        int major,
        int sender,
        int area,
        boolean deleted,
        boolean keyed,
        long key,
        byte[] hash,
        byte[] putHash) {
    private static final byte FORM = 1;
    private static final int DELETED = 1;
    private static final int KEYED = 2;
    private static final int LATE = 4;
    private static final int PATCHED = 8;

    public byte[] pack() {
        ByteBuffer out = ByteBuffer.allocate(
                2 + 4 * Long.BYTES + 3 * Integer.BYTES + 2 + hash.length + (putHash == null ? 0 : putHash.length));
        out.put(FORM);
        out.put((byte) ((deleted ? DELETED : 0)
                | (keyed ? KEYED : 0)
                | (lastVid != vid ? LATE : 0)
                | (putHash != null ? PATCHED : 0)));
        out.putLong(check).putLong(vid).putShort((short) major).putInt(sender).putInt(area);
        if (lastVid != vid) {
            out.putLong(lastVid);
        }
        if (keyed) {
            out.putLong(key);
        }
        putHash(out, hash);
        if (putHash != null) {
            putHash(out, putHash);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    public static CurrentRow unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        byte form = in.get();
        if (form != FORM) {
            throw new IllegalStateException("a current record in an unknown form: " + form);
        }
        int flags = in.get();
        long check = in.getLong();
        long vid = in.getLong();
        int major = in.getShort();
        int sender = in.getInt();
        int area = in.getInt();
        long lastVid = (flags & LATE) != 0 ? in.getLong() : vid;
        boolean keyed = (flags & KEYED) != 0;
        long key = keyed ? in.getLong() : 0;
        byte[] hash = getHash(in);
        byte[] putHash = (flags & PATCHED) != 0 ? getHash(in) : null;
        return new CurrentRow(
                check, vid, lastVid, major, sender, area, (flags & DELETED) != 0, keyed, key, hash, putHash);
    }

    private static void putHash(ByteBuffer out, byte[] hash) {
        out.put((byte) hash.length).put(hash);
    }

    private static byte[] getHash(ByteBuffer in) {
        byte[] hash = new byte[in.get()];
        in.get(hash);
        return hash;
    }
}
