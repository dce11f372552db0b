package org.iochub.archive.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.model.Fault;

/** Reads a page of a source's messages, and says what of that stretch is lost. Used once, by one thread. */
final class PageReader {
    private static final int MOST_DAMAGES = 100;
    private final SourceFolder folder;
    private final ArchiveQuery query;
    private final List<ArchivedMessage> messages = new ArrayList<>();
    private final List<Fault> damages = new ArrayList<>();
    private final Optional<SegmentName.Place> after;
    private Optional<String> last = Optional.empty();

    PageReader(SourceFolder folder, ArchiveQuery query) {
        this.folder = folder;
        this.query = query;
        this.after = query.after().flatMap(SegmentName.Place::of);
    }

    ArchivePage read() throws IOException {
        Optional<SegmentName> before = Optional.empty();
        for (SourceFolder.Known known : folder.segments()) {
            boolean read = after.map(place -> known.name().compareTo(place.segment()) >= 0)
                    .orElse(true);
            if (read) {
                if (before.isPresent()) {
                    missing(before.get(), known.name());
                } else {
                    gone(Optional.empty(), Optional.of(known.name()));
                }
                if (!segment(known)) {
                    return new ArchivePage(messages, last, damages);
                }
            }
            before = Optional.of(known.name());
        }
        gone(before, Optional.empty());
        return new ArchivePage(messages, Optional.empty(), damages);
    }

    /** At either end there is no gap in the numbers to tell it by. */
    private void gone(Optional<SegmentName> from, Optional<SegmentName> to) {
        folder.gone(from, to).stream()
                .limit(MOST_DAMAGES)
                .forEach(name -> damages.add(Damage.missing(folder.source() + "/" + name.file())));
    }

    private void missing(SegmentName before, SegmentName next) {
        for (int number = before.number() + 1; number < next.number() && damages.size() < MOST_DAMAGES; number++) {
            damages.add(Damage.missing(folder.source() + "/%08d-*.seg".formatted(number)));
        }
    }

    /** @return whether to go on with the next one */
    private boolean segment(SourceFolder.Known known) throws IOException {
        long from = query.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        long until = query.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        if (known.growing().isEmpty() && (known.newest() < from || known.oldest() >= until)) {
            return true;
        }
        Optional<SegmentIndex> found = folder.index(known);
        if (found.isEmpty()) {
            damages.add(Damage.missing(folder.source() + "/" + known.name().file()));
            return true;
        }
        SegmentIndex index = found.get();
        long start = after.filter(place -> place.segment().equals(known.name()))
                .map(SegmentName.Place::offset)
                .orElse(-1L);
        TreeSet<Long> damaged = new TreeSet<>(index.damages());
        int size = index.size();
        for (int i = 0; i < size; i++) {
            long offset = index.offset(i);
            if (offset <= start) {
                continue;
            }
            if (messages.size() == query.limit() || damages.size() >= MOST_DAMAGES) {
                return false;
            }
            lost(known.name(), damaged.subSet(start, false, offset, false));
            start = offset;
            last = Optional.of(known.name().place(offset).toString());
            if (index.time(i) >= from && index.time(i) < until) {
                message(known.name(), offset);
            }
        }
        lost(known.name(), damaged.tailSet(start, false));
        return true;
    }

    private void lost(SegmentName name, Set<Long> offsets) {
        offsets.forEach(offset -> damages.add(Damage.at(name.place(offset).toString())));
    }

    private void message(SegmentName name, long offset) throws IOException {
        try {
            messages.add(folder.segment(name).message(offset));
        } catch (DamagedArchiveException e) {
            damages.add(e.fault());
        } catch (NoSuchFileException e) {
            damages.add(Damage.missing(folder.source() + "/" + name.file()));
        }
    }
}
