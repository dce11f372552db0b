package org.iochub.core.pipeline.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.model.FaultException;

/**
 * Which of several changes of one record in one message counts in the end: that of the greatest key, else the last. Only
 * that one may correct: the others never stood, or only for the moment of the message. Some twenty bytes a change.
 */
final class Winners {
    /** Changes of records in one message at most. */
    static final int MOST = 500_000;

    private long[] records = new long[256];
    private long[] keys = new long[256];
    private int[] ordinals = new int[256];
    private final BitSet keyed = new BitSet();
    private int size;
    private final BitSet losers = new BitSet();
    private long[] sorted = {};

    void add(int ordinal, long record, OptionalLong key) {
        if (size == MOST) {
            throw FaultException.of(
                    "too-many-records",
                    "",
                    "Thông điệp có hơn " + MOST + " bản ghi, quá lớn để chuẩn hóa lại trong một lần đọc.",
                    "The message has more than " + MOST + " records, too many to be re-normalised in one reading.");
        }
        if (size == records.length) {
            records = Arrays.copyOf(records, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
            ordinals = Arrays.copyOf(ordinals, size * 2);
        }
        records[size] = record;
        keys[size] = key.orElse(0);
        keyed.set(size, key.isPresent());
        ordinals[size++] = ordinal;
    }

    /** When all are added. */
    void decide() {
        sorted = Arrays.copyOf(records, size);
        Arrays.sort(sorted);
        Set<Long> doubled = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                doubled.add(sorted[i]);
            }
        }
        Map<Long, Integer> best = new HashMap<>();
        for (int i = 0; i < size && !doubled.isEmpty(); i++) {
            if (doubled.contains(records[i])) {
                Integer before = best.get(records[i]);
                boolean smaller = before != null && keyed.get(i) && keyed.get(before) && keys[i] < keys[before];
                if (before != null) {
                    losers.set(ordinals[smaller ? i : before]);
                }
                if (!smaller) {
                    best.put(records[i], i);
                }
            }
        }
    }

    boolean lost(int ordinal) {
        return losers.get(ordinal);
    }

    boolean has(long record) {
        return Arrays.binarySearch(sorted, record) >= 0;
    }

    /** A number for a record; 64 bits, so that no two of a message have the same. */
    static long number(String type, String id) {
        long hash = 0xcbf29ce484222325L;
        String ref = type + "/" + id;
        for (int i = 0; i < ref.length(); i++) {
            hash = (hash ^ ref.charAt(i)) * 0x100000001b3L;
        }
        // The last characters reach all bits.
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
