package org.iochub.archive.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iochub.core.archive.Archiver;
import org.iochub.core.store.MessageRef;

/**
 * The last messages that were written. One that is tried again, because the store did not take it, say, is not written
 * again: a store that is down for an hour must not fill the disk. A message known by its digest counts as tried again
 * only when nothing came between, since a source may return to earlier content. Used under its source's lock.
 */
final class Recent {
    private static final int MOST = 256;

    private record Written(String sha256, CompletableFuture<Void> forced) {}

    private final Map<String, Written> written = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Written> eldest) {
            return size() > MOST;
        }
    };
    private Optional<String> last = Optional.empty();

    Optional<CompletableFuture<Void>> find(MessageRef message, Archiver.Body body) throws IOException {
        Written before = written.get(message.id());
        boolean again = before != null
                && (message.named() || last.filter(message.id()::equals).isPresent())
                && !before.forced().isCompletedExceptionally()
                && before.sha256().equals(body.sha256());
        return again ? Optional.of(before.forced()) : Optional.empty();
    }

    /** What was erased is kept when it comes again. */
    void forget(String message) {
        written.remove(message);
    }

    void add(MessageRef message, String sha256, CompletableFuture<Void> forced) {
        written.remove(message.id());
        written.put(message.id(), new Written(sha256, forced));
        last = Optional.of(message.id());
    }
}
