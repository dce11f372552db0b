package org.iochub.api;

import java.util.function.Consumer;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;

/** Nothing is recorded, and nothing will be. */
enum EmptyView implements RecordedView {
    EMPTY;

    private static final LogPlace START = new LogPlace("none", 0);

    @Override
    public LogPlace head() {
        return START;
    }

    @Override
    public boolean changedSince(LogPlace place) {
        return !place.epoch().equals(START.epoch());
    }

    @Override
    public <T extends RecordData> void each(RecordType<T> type, Consumer<Recorded<T>> reader) {}

    @Override
    public <T extends RecordData> void eachOwn(RecordType<T> type, Consumer<Recorded<T>> reader) {}
}
