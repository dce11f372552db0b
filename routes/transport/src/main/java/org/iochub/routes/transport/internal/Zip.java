package org.iochub.routes.transport.internal;

/** What can be said of a zip without unpacking it. */
final class Zip {
    static final byte[] START = {'P', 'K', 3, 4};
    /** The record that ends a zip, and the longest comment that may follow it. */
    private static final byte[] END = {'P', 'K', 5, 6};

    private static final int END_LENGTH = 22;
    private static final int COMMENT = 65_535;

    private Zip() {}

    static boolean starts(byte[] bytes) {
        return at(bytes, 0, START);
    }

    /** Whether it begins and ends as a zip does: half a file has no end. */
    static boolean whole(byte[] bytes) {
        if (!starts(bytes)) {
            return false;
        }
        int least = Math.max(0, bytes.length - END_LENGTH - COMMENT);
        for (int i = bytes.length - END_LENGTH; i >= least; i--) {
            if (at(bytes, i, END)) {
                return true;
            }
        }
        return false;
    }

    private static boolean at(byte[] bytes, int offset, byte[] mark) {
        if (offset < 0 || bytes.length < offset + mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[offset + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
