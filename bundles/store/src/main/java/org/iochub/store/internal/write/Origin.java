package org.iochub.store.internal.write;

import org.iochub.core.store.MessageRef;
import org.iochub.store.internal.jdbc.Sql;

/** The message that versions came with; gets a row when it brought one. */
final class Origin {
    final String message;
    final String name;
    final long receivedAt;
    final String adapter;
    final String adapterVersion;
    /** 0 until it has a row. */
    long no;
    /** Kept with its last batch; null before that, and where there was none. */
    String checkpoint;

    Origin(String message, String name, long receivedAt, String adapter, String adapterVersion) {
        this.message = message;
        this.name = name;
        this.receivedAt = receivedAt;
        this.adapter = adapter;
        this.adapterVersion = adapterVersion;
    }

    static Origin of(MessageRef m) {
        return new Origin(m.id(), m.name(), Sql.micros(m.receivedAt().toInstant()), m.adapter(), m.adapterVersion());
    }
}
