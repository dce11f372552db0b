package org.iochub.benchmarks.feed;

import java.io.IOException;
import java.io.InputStream;

/** What came out of a stream until its end. */
record Drained(int lines, long bytes) {
    static Drained of(InputStream in, byte[] buffer) throws IOException {
        int lines = 0;
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    lines++;
                }
            }
        }
        return new Drained(lines, bytes);
    }
}
