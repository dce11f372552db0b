package org.iochub.store.internal.write;

import java.util.ArrayList;
import java.util.List;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.store.internal.quarantine.RawSpool;

/** A batch whose refused raw forms were read already; {@code raws} has one for each refused entry, in order. */
record Prepared(Batch batch, RawSpool spool, List<RawSpool.Raw> raws) implements AutoCloseable {
    static Prepared of(Batch batch, RawSpool spool) {
        List<RawSpool.Raw> raws = new ArrayList<>();
        for (Entry entry : batch.entries()) {
            if (entry instanceof Entry.Refused) {
                raws.add(spool.read(entry.raw(), batch.message().sensitive()));
            }
        }
        return new Prepared(batch, spool, raws);
    }

    @Override
    public void close() {
        spool.close();
    }
}
