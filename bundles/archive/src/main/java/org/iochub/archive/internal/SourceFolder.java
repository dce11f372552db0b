package org.iochub.archive.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iochub.core.archive.ArchiveUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A source's segments. Safe for any number of threads. */
final class SourceFolder {
    private static final Logger LOG = LoggerFactory.getLogger(SourceFolder.class);

    /**
     * @param growing the index of the segment that is being written; closed ones are read from disk
     */
    record Known(
            SegmentName name, Optional<SegmentIndex> growing, long bytes, long messages, long oldest, long newest) {
        static Known closed(SegmentName name, long bytes, SegmentIndex index) {
            return new Known(name, Optional.empty(), bytes, index.size(), index.oldest(), index.newest());
        }
    }

    private final Path path;
    private final String source;
    private final Optional<ArchiveKey> key;
    private final NavigableMap<SegmentName, Known> segments = new TreeMap<>();
    /** Those of which only the index is left, which goes before its segment does: somebody took them away. */
    private final NavigableSet<SegmentName> gone = new TreeSet<>();

    private int last;

    private SourceFolder(Path path, String source, Optional<ArchiveKey> key) {
        this.path = path;
        this.source = source;
        this.key = key;
    }

    /** Reads what is there; a segment without an index was being written when the hub ended. */
    static SourceFolder open(Path path, String source, Optional<ArchiveKey> key) throws IOException {
        SourceFolder folder = new SourceFolder(path, source, key);
        List<String> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.map(file -> file.getFileName().toString()).sorted().toList();
        }
        for (String file : files) {
            if (file.endsWith(".seg")) {
                Optional<SegmentName> name = SegmentName.of(file.substring(0, file.length() - 4));
                if (name.isPresent()) {
                    SegmentErasure.resume(folder.segment(name.get()));
                    folder.found(folder.segment(name.get()));
                }
            }
        }
        files.stream()
                .filter(file -> file.endsWith(".idx"))
                .flatMap(file -> SegmentName.of(file.substring(0, file.length() - 4)).stream())
                .filter(name -> !folder.segments.containsKey(name))
                .forEach(folder.gone::add);
        folder.gone.forEach(name -> folder.last = Math.max(folder.last, name.number()));
        return folder;
    }

    private void found(Segment segment) throws IOException {
        if (Files.size(segment.path()) < Layout.SEGMENT_HEAD) {
            // The hub ended while it made the file: there was never anything in it.
            segment.delete();
            return;
        }
        if (!Files.exists(path.resolve(segment.name().index()))) {
            long torn = segment.cutTornEnd();
            if (torn > 0) {
                LOG.warn(
                        "Archive of source {}: {} bytes of an unfinished message were cut off segment {}",
                        source,
                        torn,
                        segment.name());
            }
        }
        SegmentIndex index = segment.index();
        if (!index.damages().isEmpty()) {
            LOG.warn("Archive of source {}: segment {} is damaged at {}", source, segment.name(), index.damages());
        }
        segments.put(segment.name(), Known.closed(segment.name(), Files.size(segment.path()), index));
        last = Math.max(last, segment.name().number());
    }

    Path path() {
        return path;
    }

    String source() {
        return source;
    }

    Segment segment(SegmentName name) {
        return new Segment(source, path, name, key);
    }

    synchronized SegmentName next(LocalDate day) {
        return new SegmentName(last + 1, day);
    }

    synchronized void grows(SegmentName name, SegmentIndex index) {
        last = name.number();
        segments.put(name, new Known(name, Optional.of(index), 0, 0, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    synchronized void closed(SegmentName name, long bytes, SegmentIndex index) {
        segments.put(name, Known.closed(name, bytes, index));
    }

    /** In order of arrival. */
    synchronized List<Known> segments() {
        return List.copyOf(segments.values());
    }

    /** Segments that somebody took away, behind one and before another; both may be absent. */
    synchronized List<SegmentName> gone(Optional<SegmentName> from, Optional<SegmentName> to) {
        return gone.stream()
                .filter(name -> from.map(least -> name.compareTo(least) > 0).orElse(true)
                        && to.map(most -> name.compareTo(most) < 0).orElse(true))
                .toList();
    }

    /** The index of a segment; of one that has gone, empty. */
    Optional<SegmentIndex> index(Known known) throws IOException {
        if (known.growing().isPresent()) {
            return known.growing();
        }
        Segment segment = segment(known.name());
        return Files.exists(segment.path()) ? Optional.of(segment.index()) : Optional.empty();
    }

    void expire(Instant oldest, long bytes) {
        forgetGone(LocalDate.ofInstant(oldest, ZoneOffset.UTC));
        for (Known known : beyond(oldest.toEpochMilli(), bytes)) {
            try {
                segment(known.name()).delete();
                synchronized (this) {
                    segments.remove(known.name());
                }
                LOG.info("Archive of source {}: segment {} is beyond the limits and deleted", source, known.name());
            } catch (IOException e) {
                LOG.warn(
                        "Archive of source {}: segment {} could not be deleted: {}",
                        source,
                        known.name(),
                        e.toString());
            }
        }
    }

    /** What would be beyond the limits, were it still there, is missed no more. */
    private void forgetGone(LocalDate oldest) {
        for (SegmentName name : gone(Optional.empty(), Optional.empty())) {
            if (name.day().isBefore(oldest)) {
                try {
                    segment(name).delete();
                    synchronized (this) {
                        gone.remove(name);
                    }
                } catch (IOException e) {
                    LOG.warn("Archive of source {}: {} could not be deleted: {}", source, name.index(), e.toString());
                }
            }
        }
    }

    private synchronized List<Known> beyond(long oldest, long bytes) {
        List<Known> beyond = new ArrayList<>();
        long total = segments.values().stream().mapToLong(Known::bytes).sum();
        for (Map.Entry<SegmentName, Known> each : segments.entrySet()) {
            Known known = each.getValue();
            boolean goes = known.growing().isEmpty() && (known.newest() < oldest || total > bytes);
            if (!goes) {
                break; // Only at the old end: a hole would look like a loss.
            }
            beyond.add(known);
            total -= known.bytes();
        }
        return beyond;
    }

    /** @return how many messages were overwritten in closed segments, and the rests of torn ones that were deleted */
    int erase(Map<Long, Long> messages, long now) throws IOException {
        int erased = 0;
        for (Known known : segments()) {
            Segment segment = segment(known.name());
            // Nobody knows what was torn off: nothing acknowledged, but perhaps a part of these.
            Files.deleteIfExists(path.resolve(known.name() + ".torn"));
            if (known.growing().isEmpty() && Files.exists(segment.path())) {
                erased += new SegmentErasure(segment).erase(messages, now);
            }
        }
        return erased;
    }

    ArchiveUse use() {
        long messages = 0;
        long bytes = 0;
        long oldest = Long.MAX_VALUE;
        for (Known known : segments()) {
            messages +=
                    known.growing().map(SegmentIndex::size).map(Long::valueOf).orElse(known.messages());
            bytes += known.growing().map(SegmentIndex::end).orElse(known.bytes());
            oldest = Math.min(oldest, known.growing().map(SegmentIndex::oldest).orElse(known.oldest()));
        }
        return new ArchiveUse(
                source, messages, bytes, messages == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)));
    }
}
