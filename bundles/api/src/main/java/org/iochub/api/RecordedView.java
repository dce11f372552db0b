package org.iochub.api;

import java.util.function.Consumer;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;

/**
 * The hub's own records, for an adapter that computes something from them: those of the instance's authority, and only
 * of the types that its descriptor says it {@link AdapterDescriptor#reads() reads}. Records come page by page while the
 * hub goes on writing; whatever the log held up to the {@link #head()} asked for before is seen as it was then or later,
 * never earlier. Personal data is there as the hub has it: what is computed must not carry it on.
 *
 * <p>Reading ends with the instance: once it is being stopped, the next page fails with the fault {@code
 * source-stopped}. A store that is down is the fault {@code store-down}. Safe for any number of threads.
 */
public interface RecordedView {
    /** The last place of the log that is on disk. */
    LogPlace head();

    /**
     * Whether anything of the authority and of the types read was recorded, changed or deleted behind a place; true for
     * a place of another epoch. Looks at the log from there on and at no data: cheap when asked often.
     */
    boolean changedSince(LogPlace place);

    /**
     * Gives every current record of a type, in no particular order, by the calling thread. Holds one page in memory.
     *
     * @throws IllegalArgumentException for a type the descriptor does not read
     */
    <T extends RecordData> void each(RecordType<T> type, Consumer<Recorded<T>> reader);

    /**
     * The same for what this instance delivered itself.
     *
     * @throws IllegalArgumentException for a type the descriptor does not deliver
     */
    <T extends RecordData> void eachOwn(RecordType<T> type, Consumer<Recorded<T>> reader);

    /** The view of a hub that has no records yet, for tests and tools. */
    static RecordedView empty() {
        return EmptyView.EMPTY;
    }
}
