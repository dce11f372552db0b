package org.iochub.routes.egovernment.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.iochub.api.LogPlace;
import org.iochub.api.Recorded;
import org.iochub.api.RecordedView;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.record.RecordTypes;

/** Counts how often the dossiers are read through. */
record CountedView(RecordedView view, AtomicInteger readings) implements RecordedView {
    @Override
    public LogPlace head() {
        return view.head();
    }

    @Override
    public boolean changedSince(LogPlace place) {
        return view.changedSince(place);
    }

    @Override
    public <T extends RecordData> void each(RecordType<T> type, Consumer<Recorded<T>> reader) {
        if (type.equals(RecordTypes.DOSSIER)) {
            readings.incrementAndGet();
        }
        view.each(type, reader);
    }

    @Override
    public <T extends RecordData> void eachOwn(RecordType<T> type, Consumer<Recorded<T>> reader) {
        view.eachOwn(type, reader);
    }
}
