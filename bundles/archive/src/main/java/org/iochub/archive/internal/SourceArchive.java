package org.iochub.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveUnavailableException;
import org.iochub.core.archive.Archiver;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.core.store.MessageRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one source's archive: the segment that grows, and what the limits take away at the old end. */
final class SourceArchive {
    private static final Logger LOG = LoggerFactory.getLogger(SourceArchive.class);
    private static final int MOST_MESSAGES = 100_000;
    /** A segment is at most this part of what its source may take, so that limits can be kept. */
    private static final int SHARE = 8;

    private final SourceFolder folder;
    private final long segmentBytes;
    private final Optional<ArchiveKey> key;
    private final Clock clock;
    private final Executor forcing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Recent recent = new Recent();
    private Optional<SegmentWriter> writer = Optional.empty();
    private Optional<ArchivePolicy> policy = Optional.empty();

    SourceArchive(SourceFolder folder, long segmentBytes, Optional<ArchiveKey> key, Clock clock, Executor forcing) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.key = key;
        this.clock = clock;
        this.forcing = forcing;
    }

    CompletableFuture<Void> keep(ArchivePolicy limits, MessageRef message, Archiver.Body body) throws IOException {
        lock.lock();
        try {
            policy = Optional.of(limits);
            Optional<CompletableFuture<Void>> before = recent.find(message, body);
            if (before.isPresent()) {
                return before.get();
            }
            SegmentWriter open = writer(limits, message.receivedAt().toLocalDate());
            String sha256;
            try (InputStream in = body.open()) {
                sha256 = open.append(Description.of(message, body.attributes()), in);
            }
            CompletableFuture<Void> forced = CompletableFuture.runAsync(() -> force(open), forcing);
            recent.add(message, sha256, forced);
            return forced;
        } finally {
            lock.unlock();
        }
    }

    private static void force(SegmentWriter open) {
        try {
            open.force();
        } catch (ArchiveUnavailableException e) {
            throw new CompletionException(e);
        }
    }

    private SegmentWriter writer(ArchivePolicy limits, LocalDate day) throws IOException {
        boolean encrypted = limits.mode() == ArchivePolicy.Mode.ENCRYPTED;
        if (writer.isPresent()) {
            SegmentWriter open = writer.get();
            boolean goesOn = !open.broken()
                    && open.name().day().equals(day)
                    && open.encrypted() == encrypted
                    && open.length() < Math.min(segmentBytes, limits.bytes() / SHARE)
                    && open.index().size() < MOST_MESSAGES;
            if (goesOn) {
                return open;
            }
            close();
            expire(limits);
        }
        long now = clock.millis();
        SegmentHead head = encrypted ? SegmentHead.encrypted(key.orElseThrow(), now) : SegmentHead.plain(now);
        String source = folder.source();
        SegmentName name = folder.next(day);
        SegmentWriter next;
        try {
            next = new SegmentWriter(source, folder.path(), name, head, head.sealing(key, name.toString()));
        } catch (ArchiveUnavailableException e) {
            throw e;
        } catch (IOException e) {
            throw new ArchiveUnavailableException(Damage.notWritten(source, e.toString()), e);
        }
        folder.grows(name, next.index());
        writer = Optional.of(next);
        return next;
    }

    /** Ends the segment that grows; the next message begins another. */
    void close() {
        lock.lock();
        try {
            writer.ifPresent(open -> {
                try {
                    open.close();
                } catch (IOException e) {
                    LOG.warn(
                            "Segment {} of source {} was closed without its index: {}",
                            open.name(),
                            folder.source(),
                            e.toString());
                }
                folder.closed(open.name(), open.length(), open.index());
            });
            writer = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Overwrites messages; the segment that grows ends before that. */
    int erase(List<ErasedMessage> messages) throws IOException {
        Map<Long, Long> hashes = new HashMap<>();
        lock.lock();
        try {
            for (ErasedMessage each : messages) {
                hashes.merge(Layout.idHash(each.message()), each.at().toEpochMilli(), Math::max);
                recent.forget(each.message());
            }
            boolean growing = writer.map(open -> hashes.keySet().stream()
                            .anyMatch(hash -> !open.index().find(hash).isEmpty()))
                    .orElse(false);
            if (growing) {
                close();
            }
            return folder.erase(hashes, clock.millis());
        } finally {
            lock.unlock();
        }
    }

    /** Takes away what is beyond the limits, whole segments, the oldest first. */
    void expire(ArchivePolicy otherwise) {
        lock.lock();
        try {
            ArchivePolicy limits = policy.orElse(otherwise);
            Instant now = clock.instant();
            Instant oldest = now.minus(limits.age());
            writer.filter(open -> open.index().size() > 0
                            && Instant.ofEpochMilli(open.index().newest()).isBefore(oldest))
                    .ifPresent(open -> close());
            long growing = writer.map(SegmentWriter::length).orElse(0L);
            folder.expire(oldest, limits.bytes() - growing);
        } finally {
            lock.unlock();
        }
    }

    SourceFolder folder() {
        return folder;
    }

    /** For a new source: its folder, and what a crash left in it put in order. */
    static SourceFolder open(Path path, String source, Optional<ArchiveKey> key) throws IOException {
        Files.createDirectories(path);
        return SourceFolder.open(path, source, key);
    }
}
