package org.iochub.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchiveEraser;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUnavailableException;
import org.iochub.core.archive.ArchiveUse;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.Archiver;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.core.store.MessageRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archive of every source, a folder each. */
public final class FileArchive implements Archive, Archiver, ArchiveEraser, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileArchive.class);

    private final Path folder;
    private final Policies policies;
    private final Optional<ArchiveKey> key;
    private final long segmentBytes;
    private final Clock clock;
    private final Executor forcing;
    private final Map<String, SourceArchive> sources = new ConcurrentHashMap<>();

    /**
     * @param folder made when there is none
     * @param segmentBytes at which a segment ends
     * @param forcing runs what waits for the disk; its threads are never interrupted
     */
    FileArchive(
            Path folder,
            Policies policies,
            Optional<ArchiveKey> key,
            long segmentBytes,
            Clock clock,
            Executor forcing) {
        this.folder = folder;
        this.policies = policies;
        this.key = key;
        this.segmentBytes = segmentBytes;
        this.clock = clock;
        this.forcing = forcing;
    }

    /** A plain one with usual limits, for measuring. */
    public static FileArchive plain(Path folder, Executor forcing) {
        return new FileArchive(
                folder, Policies.usual(), Optional.empty(), ArchiveComponent.SEGMENT, Clock.systemUTC(), forcing);
    }

    @Override
    public ArchivePolicy policy(ArchiveWish wish) {
        return policies.of(wish);
    }

    @Override
    public CompletableFuture<Void> keep(ArchivePolicy policy, MessageRef message, Body body) throws IOException {
        if (policy.mode() == ArchivePolicy.Mode.NONE) {
            return CompletableFuture.completedFuture(null);
        }
        SourceArchive source;
        try {
            source = sources.computeIfAbsent(message.source(), this::open);
        } catch (UncheckedIOException e) {
            throw new ArchiveUnavailableException(
                    Damage.notWritten(message.source(), e.getCause().toString()), e.getCause());
        }
        return source.keep(policy, message, body);
    }

    private SourceArchive open(String source) {
        try {
            SourceFolder opened = SourceArchive.open(folder.resolve(FolderName.of(source)), source, key);
            return new SourceArchive(opened, segmentBytes, key, clock, forcing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a source that never had an archive. */
    private Optional<SourceFolder> existing(String source) {
        if (!sources.containsKey(source) && !Files.isDirectory(folder.resolve(FolderName.of(source)))) {
            return Optional.empty();
        }
        return Optional.of(sources.computeIfAbsent(source, this::open).folder());
    }

    @Override
    public List<ArchivedMessage> find(String source, String message) {
        Optional<SourceFolder> there = existing(source);
        List<ArchivedMessage> found = new ArrayList<>();
        if (there.isEmpty()) {
            return found;
        }
        long hash = Layout.idHash(message);
        List<SourceFolder.Known> segments = there.get().segments();
        for (int i = segments.size() - 1; i >= 0; i--) {
            SourceFolder.Known known = segments.get(i);
            try {
                for (long offset :
                        there.get().index(known).map(index -> index.find(hash)).orElse(List.of())) {
                    readable(source, known.name().place(offset))
                            .filter(each -> each.message().equals(message))
                            .ifPresent(found::add);
                }
            } catch (IOException e) {
                LOG.warn("Archive of source {}: segment {} cannot be read: {}", source, known.name(), e.toString());
            }
        }
        return found;
    }

    @Override
    public Optional<ArchivedMessage> at(String source, String place) {
        return SegmentName.Place.of(place)
                .filter(each -> existing(source).isPresent())
                .flatMap(each -> readable(source, each));
    }

    private Optional<ArchivedMessage> readable(String source, SegmentName.Place place) {
        try {
            return Optional.of(
                    existing(source).orElseThrow().segment(place.segment()).message(place.offset()));
        } catch (NoSuchFileException | DamagedArchiveException e) {
            boolean erased = e instanceof DamagedArchiveException damaged
                    && damaged.fault().code().equals("archive-erased");
            if (erased) {
                return Optional.empty();
            }
            LOG.warn("Archive of source {}: {}", source, e.toString());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        Optional<SourceFolder> there = existing(query.source());
        if (there.isEmpty()) {
            return new ArchivePage(List.of(), Optional.empty(), List.of());
        }
        try {
            return new PageReader(there.get(), query).read();
        } catch (IOException e) {
            throw new UncheckedIOException("archive of source " + query.source(), e);
        }
    }

    @Override
    public InputStream open(ArchivedMessage message) throws IOException {
        SegmentName.Place place =
                SegmentName.Place.of(message.place()).orElseThrow(() -> new NoSuchFileException(message.place()));
        return existing(message.source())
                .orElseThrow(() -> new NoSuchFileException(message.place()))
                .segment(place.segment())
                .body(place.offset());
    }

    @Override
    public List<ArchiveUse> use() {
        return known().stream()
                .flatMap(source -> existing(source).stream())
                .map(SourceFolder::use)
                .toList();
    }

    private List<String> known() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(path -> FolderName.source(path.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int erase(String source, List<ErasedMessage> messages) throws IOException {
        try {
            return existing(source).isPresent() ? sources.get(source).erase(messages) : 0;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes away what is beyond the limits, of removed sources as well. */
    void expire() {
        for (String source : known()) {
            try {
                sources.computeIfAbsent(source, this::open).expire(policies.otherwise());
            } catch (UncheckedIOException e) {
                LOG.warn(
                        "Archive of source {} cannot be read: {}",
                        source,
                        e.getCause().toString());
            }
        }
    }

    @Override
    public void close() {
        sources.values().forEach(SourceArchive::close);
    }
}
