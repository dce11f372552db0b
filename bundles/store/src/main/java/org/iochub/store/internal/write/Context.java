package org.iochub.store.internal.write;

import java.time.Clock;
import org.iochub.core.store.PartMerger;
import org.iochub.store.internal.current.CurrentRecords;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dictionary;

/** What every transaction needs; one for as long as the database stays open. */
public record Context(
        Database database, CurrentRecords current, Dictionary dictionary, PartMerger merger, Clock clock) {}
