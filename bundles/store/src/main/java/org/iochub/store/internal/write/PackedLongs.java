package org.iochub.store.internal.write;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A growing array of longs that a column can hold. */
final class PackedLongs {
    /** So many stand in one row. */
    static final int PER_ROW = 32_768;

    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return values[index];
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    int rows() {
        return (size + PER_ROW - 1) / PER_ROW;
    }

    byte[] row(int number) {
        int from = number * PER_ROW;
        int to = Math.min(size, from + PER_ROW);
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * Long.BYTES);
        bytes.asLongBuffer().put(values, from, to - from);
        return bytes.array();
    }

    void addAll(byte[] row) {
        ByteBuffer bytes = ByteBuffer.wrap(row);
        while (bytes.remaining() >= Long.BYTES) {
            add(bytes.getLong());
        }
    }
}
