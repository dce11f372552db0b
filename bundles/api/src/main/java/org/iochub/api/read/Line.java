package org.iochub.api.read;

/** One line of a message. */
public sealed interface Line {
    /** From 1. */
    long number();

    /** Where its first byte stands in the message. */
    long offset();

    /** In bytes, without the line end. */
    long length();

    /**
     * A line within the limit.
     *
     * @param bytes without the line end (LF or CRLF); not copied
     */
    record Read(long number, long offset, byte[] bytes) implements Line {
        @Override
        public long length() {
            return bytes.length;
        }

        public boolean blank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** A line over the limit: it was skipped, and {@link Range} finds it again. */
    record TooLong(long number, long offset, long length) implements Line {}
}
