package org.iochub.api.read;

/** Follows JSON text byte by byte: how deep it is and whether it stands within a string. */
final class JsonNesting {
    private long depth;
    private boolean text;
    private boolean escaped;

    JsonNesting(long depth) {
        this.depth = depth;
    }

    void take(int b) {
        if (escaped) {
            escaped = false;
        } else if (text) {
            escaped = b == '\\';
            text = b != '"';
        } else if (b == '"') {
            text = true;
        } else if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
        }
    }

    long depth() {
        return depth;
    }

    /** Outside every bracket and string. */
    boolean outside() {
        return depth <= 0 && !text;
    }
}
