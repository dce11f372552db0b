package org.iochub.feed.internal.representation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.iochub.reading.scope.Shown;

/** Writes versions in one representation. */
interface RecordWriter {
    void write(List<Shown> records, OutputStream out) throws IOException;
}
