package org.iochub.core.erasure.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iochub.core.archive.ArchiveEraser;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.core.erasure.ErasureReport;
import org.iochub.core.erasure.ErasureReport.Archived;
import org.iochub.core.erasure.ErasureStore;
import org.iochub.core.erasure.Erasures;
import org.iochub.model.FaultException;
import org.iochub.model.RecordId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases in the store, and then in this node's archive whatever the store has noted: what another node erased, what was
 * noted before the hub ended, and again from the first at each start, so that a file put back from an old backup brings
 * nothing back.
 */
public final class HubErasures implements Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(HubErasures.class);
    private static final int PAGE = 1_000;

    private final ErasureStore store;
    private final ArchiveEraser archive;
    private long done;

    public HubErasures(ErasureStore store, ArchiveEraser archive) {
        this.store = store;
        this.archive = archive;
    }

    @Override
    public Optional<ErasureReport> erase(String type, RecordId id) {
        return store.erase(type, id).map(report -> report.with(removed(report.messages())));
    }

    private Archived removed(List<ErasedMessage> messages) {
        try {
            return new Archived(remove(messages), Optional.empty());
        } catch (IOException e) {
            LOG.warn("What was erased could not be removed from the archive yet; it is tried again", e);
            return new Archived(0, Optional.of(e.toString()));
        }
    }

    private int remove(List<ErasedMessage> messages) throws IOException {
        Map<String, List<ErasedMessage>> bySource = messages.stream()
                .collect(Collectors.groupingBy(ErasedMessage::source, LinkedHashMap::new, Collectors.toList()));
        int removed = 0;
        for (Map.Entry<String, List<ErasedMessage>> each : bySource.entrySet()) {
            removed += archive.erase(each.getKey(), each.getValue());
        }
        return removed;
    }

    /** Removes what was noted since the last time. One thread at a time. */
    public synchronized void catchUp() {
        try {
            List<ErasedMessage> page;
            do {
                page = store.after(done, PAGE);
                int removed = remove(page);
                if (removed > 0) {
                    LOG.info("{} raw messages were removed from the archive on demand", removed);
                }
                done = page.isEmpty() ? done : page.get(page.size() - 1).number();
            } while (page.size() == PAGE);
        } catch (FaultException e) {
            // The store says itself, once, that it is not up.
            LOG.debug("What was erased could not be looked up yet: {}", e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warn("What was erased could not be removed from the archive yet; it is tried again: {}", e.toString());
        }
    }
}
