package org.iochub.store.internal.write;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.iochub.core.store.Correction;
import org.iochub.core.store.Entry;
import org.iochub.core.store.ReplayStep;
import org.iochub.model.Fault;

/**
 * Which of two versions of a record stands. The same content changes nothing; of two order keys the larger wins, of two
 * equal ones the later arrival, with a note; without keys on both sides arrival decides. What loses enters the history.
 */
final class MergeRules {
    static final byte[] NOTHING = {};
    private static final int HASH = 16;

    private static final Fault EQUAL_KEY = Fault.of(
            "equal-version-key",
            "",
            "Nội dung khác nhau nhưng cùng một khóa phiên bản; bản đến sau được giữ. Nguồn cần tăng khóa khi sửa.",
            "Different content under the same version key; the later arrival was kept. The source should raise the key"
                    + " with every change.");

    private final Work work;
    private final Origin origin;
    private final int sender;
    /** Why, where it is not plain news; {@code null} for news. */
    private final String reason;
    /** When the archived message was received that is read again; empty for everything else. */
    private final OptionalLong correctionAsOf;

    MergeRules(Work work, Origin origin, int sender) {
        this(work, origin, sender, null);
    }

    /** Of an archived message that is read again. @param asOf when it was received, in microseconds */
    static MergeRules correcting(Work work, Origin origin, int sender, long asOf) {
        return new MergeRules(work, origin, sender, ReplayStep.CORRECTION, OptionalLong.of(asOf));
    }

    MergeRules(Work work, Origin origin, int sender, String reason) {
        this(work, origin, sender, reason, OptionalLong.empty());
    }

    private MergeRules(Work work, Origin origin, int sender, String reason, OptionalLong correctionAsOf) {
        this.correctionAsOf = correctionAsOf;
        this.work = work;
        this.origin = origin;
        this.sender = sender;
        this.reason = reason;
    }

    /** What is replayed does not replace what came after it, unless both have keys: then those decide as ever. */
    private boolean outdated(RecordState state, OptionalLong key) {
        boolean outdated = correctionAsOf.isPresent()
                ? isSuperseded(state, key)
                : state.newer && !(state.keyed && key.isPresent());
        if (outdated) {
            work.outdated++;
        }
        return outdated;
    }

    private boolean isSuperseded(RecordState state, OptionalLong key) {
        OptionalLong standing = state.keyed ? OptionalLong.of(state.key) : OptionalLong.empty();
        return state.exists()
                && !Correction.mayStand(state.sameMessage, state.standingAt, correctionAsOf.getAsLong(), standing, key);
    }

    /** Of an archived message that is read again. */
    private boolean isCorrection() {
        return correctionAsOf.isPresent();
    }

    /** Whether this whole record would stand over one with patched parts, which must not get lost by it. */
    boolean keepsParts(RecordState state, Entry.Put put) {
        OptionalLong key = put.version().order();
        boolean older = state.keyed && key.isPresent() && key.getAsLong() < state.key;
        return state.putHash != null
                && state.data != null
                && !state.deleted
                && !older
                && !holds(state, kept(put.hash()));
    }

    /**
     * @param sent the hash of the record as its source sent it, which {@code put} may add parts to
     * @param area the number of the put's area
     * @param packed its data as stored
     */
    void put(RecordState state, Entry.Put put, byte[] sent, int area, byte[] packed) {
        byte[] hash = kept(put.hash());
        byte[] whole = kept(sent);
        OptionalLong key = put.version().order();
        if (state.exists() && !state.deleted && (holds(state, whole) || holds(state, hash))) {
            if (!isCorrection()) {
                rememberKey(state, key);
            }
            work.unchanged++;
            return;
        }
        if (outdated(state, key)) {
            return;
        }
        NewVersion version = new NewVersion(state, origin, sender, NewVersion.UPSERT);
        version.major = put.major();
        version.area = area;
        version.time = put.time();
        version.hash = hash;
        version.data = packed;
        version.notes = put.notes();
        version.rawPosition = put.raw().position();
        key(version, key);
        if (decide(state, version)) {
            state.putHash = Arrays.equals(whole, hash) ? null : whole;
            state.sender = sender;
            state.data = put.data();
        }
    }

    /** A patch merged into the record: it stands, whatever its key. */
    void patched(RecordState state, Entry.Put merged, int area, byte[] packed) {
        byte[] hash = kept(merged.hash());
        if (Arrays.equals(state.hash, hash)) {
            work.unchanged++;
            return;
        }
        if (isCorrection() ? isSuperseded(state, OptionalLong.empty()) : state.newer) {
            work.outdated++;
            return;
        }
        NewVersion version = new NewVersion(state, origin, sender, NewVersion.UPSERT);
        version.major = merged.major();
        version.area = area;
        version.time = merged.time();
        version.hash = hash;
        version.data = packed;
        version.notes = merged.notes();
        version.rawPosition = merged.raw().position();
        key(version, merged.version().order());
        // The source will send the record as it knows it again: that must not undo the patch.
        byte[] whole = state.putHash != null ? state.putHash : state.hash;
        win(state, version);
        state.putHash = whole;
        state.data = merged.data();
    }

    void remove(RecordState state, int major, OffsetDateTime time, OptionalLong key, String rawPosition) {
        if (!state.exists() && key.isEmpty()) {
            work.unchanged++;
            return;
        }
        // A delete with a key stands before its record comes: an older version that arrives late must not undo it.
        if (state.exists() && state.deleted) {
            if (!isCorrection()) {
                rememberKey(state, key);
            }
            work.unchanged++;
            return;
        }
        if (outdated(state, key)) {
            return;
        }
        NewVersion version = new NewVersion(state, origin, sender, NewVersion.DELETE);
        version.major = major;
        version.area = state.area;
        version.time = time;
        version.hash = NOTHING;
        version.rawPosition = rawPosition;
        key(version, key);
        if (decide(state, version)) {
            state.putHash = null;
            state.data = null;
        }
    }

    /** A delete that stands whatever came before it, also over another delete, and keeps nothing of the content. */
    void erase(RecordState state, OffsetDateTime time) {
        NewVersion version = new NewVersion(state, origin, state.sender, NewVersion.DELETE);
        version.major = state.major;
        version.area = state.area;
        version.time = time;
        version.hash = NOTHING;
        version.keyed = state.keyed;
        version.key = state.key;
        win(state, version);
        state.putHash = null;
        state.data = null;
    }

    private boolean decide(RecordState state, NewVersion version) {
        if (state.exists() && state.keyed && version.keyed && !isCorrection()) {
            if (version.key < state.key) {
                work.unchanged++;
                if (state.history.add(seen(version.key, version.hash))) {
                    version.late = true;
                    version.reason = reason;
                    work.late.add(version);
                    state.dirty = true;
                }
                return false;
            }
            if (version.key == state.key) {
                List<Fault> notes = new ArrayList<>(version.notes);
                notes.add(EQUAL_KEY);
                version.notes = notes;
            }
        }
        win(state, version);
        return true;
    }

    private void win(RecordState state, NewVersion version) {
        version.reason = reason;
        state.newer = false;
        if (correctionAsOf.isPresent()) {
            state.standingAt = correctionAsOf.getAsLong();
            state.sameMessage = true;
        }
        if (state.exists() && state.area != 0 && state.area != version.area) {
            version.previousArea = state.area;
        }
        if (!state.exists()) {
            state.sender = version.sender;
        }
        state.head = version;
        state.dirty = true;
        state.major = version.major;
        state.area = version.area;
        state.deleted = version.op == NewVersion.DELETE;
        state.keyed = version.keyed;
        state.key = version.key;
        state.hash = version.hash;
        if (state.history != null && version.keyed) {
            state.history.add(seen(version.key, version.hash));
        }
        work.feed.add(version);
        work.accepted++;
    }

    /** Half of a digest tells contents apart as well, and rows stay small. */
    private static byte[] kept(byte[] hash) {
        return hash.length <= HASH ? hash : Arrays.copyOf(hash, HASH);
    }

    private static boolean holds(RecordState state, byte[] hash) {
        return Arrays.equals(state.hash, hash) || state.putHash != null && Arrays.equals(state.putHash, hash);
    }

    /** So that no version between the two can win later. */
    private static void rememberKey(RecordState state, OptionalLong key) {
        if (key.isPresent() && (!state.keyed || key.getAsLong() > state.key)) {
            state.keyed = true;
            state.key = key.getAsLong();
            state.dirty = true;
        }
    }

    private static void key(NewVersion version, OptionalLong key) {
        version.keyed = key.isPresent();
        version.key = key.orElse(0);
    }

    /** How the history is looked through: one version's key and content. */
    static String seen(long key, byte[] hash) {
        return key + "/" + Base64.getEncoder().encodeToString(hash);
    }
}
