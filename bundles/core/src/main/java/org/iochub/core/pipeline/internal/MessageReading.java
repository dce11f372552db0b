package org.iochub.core.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.core.store.Entry;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * An archived message as the adapter reads it now. It is read once to see that it is whole and which change of each record
 * counts, and once more to be taken. Used by one thread.
 */
final class MessageReading {
    /** Takes a change. */
    @FunctionalInterface
    interface Taking {
        /** @param ordinal how many changes were before it */
        void take(int ordinal, Entry entry) throws InterruptedException;
    }

    private final EntryPreparer preparer;
    private final Origin origin;
    private final RawMessage raw;
    private final Optional<String> type;
    private final Winners winners = new Winners();
    private final Set<Long> patched = new HashSet<>();
    private int changes;

    private MessageReading(EntryPreparer preparer, Origin origin, RawMessage raw, Optional<String> type) {
        this.preparer = preparer;
        this.origin = origin;
        this.raw = raw;
        this.type = type;
    }

    /**
     * @param type only changes of this type
     * @throws IOException when it cannot be read as it came
     * @throws FaultException {@code too-many-records}
     */
    static MessageReading of(EntryPreparer preparer, Origin origin, RawMessage raw, Optional<String> type)
            throws IOException, InterruptedException {
        try (InputStream body = raw.open()) {
            // Damage is found at the latest at the end, and nothing is to be made of half a message.
            body.transferTo(OutputStream.nullOutputStream());
        }
        MessageReading reading = new MessageReading(preparer, origin, raw, type);
        reading.through(reading::note);
        reading.winners.decide();
        return reading;
    }

    private void note(int ordinal, Entry entry) {
        if (entry instanceof Entry.Put put) {
            winners.add(ordinal, number(put), put.version().order());
        } else if (entry instanceof Entry.Remove remove) {
            winners.add(
                    ordinal,
                    Winners.number(remove.type(), remove.id().value()),
                    remove.version().order());
        } else if (entry instanceof Entry.PatchPart patch && patched.size() < Winners.MOST) {
            patched.add(Winners.number(patch.type(), patch.id().value()));
        }
        changes = ordinal + 1;
    }

    static long number(Entry.Put put) {
        return Winners.number(put.type(), put.id().value());
    }

    /** How many changes there are. */
    int changes() {
        return changes;
    }

    /** Whether any change is of this record. */
    boolean has(String ofType, String id) {
        long number = Winners.number(ofType, id);
        return winners.has(number) || patched.contains(number);
    }

    /** Every change that counts, in order. */
    void each(Taking taking) throws IOException, InterruptedException {
        through((ordinal, entry) -> {
            if (!winners.lost(ordinal)) {
                taking.take(ordinal, entry);
            }
        });
    }

    private void through(Taking taking) throws IOException, InterruptedException {
        int ordinal = 0;
        Optional<Fault> broken;
        try (Stream<Change> stream = origin.normalizer().normalize(raw)) {
            for (Iterator<Change> all = stream.iterator(); all.hasNext(); ) {
                Change change = all.next();
                // A list is complete at the moment it came.
                if (change instanceof Change.ListComplete) {
                    continue;
                }
                Entry entry = preparer.prepare(origin, change);
                if (type.map(wanted -> is(entry, wanted)).orElse(true)) {
                    try {
                        taking.take(ordinal, entry);
                    } catch (FaultException e) {
                        throw new Stopped(e);
                    }
                }
                ordinal++;
            }
            return;
        } catch (Stopped e) {
            throw e.fault;
        } catch (StoreRefusal e) {
            throw e;
        } catch (FaultException e) {
            broken = Optional.of(e.fault());
        } catch (UncheckedIOException e) {
            broken = Optional.of(MessagePipeline.unreadableOrThrow(e.getCause()));
        } catch (IOException e) {
            broken = Optional.of(MessagePipeline.unreadableOrThrow(e));
        } catch (RuntimeException | StackOverflowError e) {
            broken = Optional.of(MessagePipeline.adapterFault(origin, e));
        }
        taking.take(ordinal, new Entry.Refused("read", Optional.empty(), broken.get(), new RawPart("", raw::open)));
    }

    /** What takes the changes gives up: that says nothing about the message. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FaultException fault;

        Stopped(FaultException fault) {
            super(fault);
            this.fault = fault;
        }
    }

    private static boolean is(Entry entry, String wanted) {
        if (entry instanceof Entry.Put put) {
            return put.type().equals(wanted);
        }
        if (entry instanceof Entry.Remove remove) {
            return remove.type().equals(wanted);
        }
        if (entry instanceof Entry.PatchPart patch) {
            return patch.type().equals(wanted);
        }
        return entry instanceof Entry.Refused refused
                && refused.type().map(wanted::equals).orElse(true);
    }
}
