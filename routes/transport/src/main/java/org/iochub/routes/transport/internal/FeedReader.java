package org.iochub.routes.transport.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;

/**
 * Reads the tables of a feed that figures are made of. They may lie in any order in the zip, and trips refer to the
 * others: the zip is gone through twice.
 */
final class FeedReader {
    private static final Set<String> REQUIRED = Set.of("stops.txt", "routes.txt", "trips.txt");
    private static final int MOST_REFUSALS = 1_000;

    private final RawMessage message;
    private final long maxUnpackedBytes;
    private final List<Change> refusals = new ArrayList<>();

    FeedReader(RawMessage message, long maxUnpackedBytes) {
        this.message = message;
        this.maxUnpackedBytes = maxUnpackedBytes;
    }

    /** Rows that could not be read, after {@link #timetable()}. */
    List<Change> refusals() {
        return refusals;
    }

    /** @throws FaultException when this is no feed */
    Timetable timetable() throws IOException {
        Timetable timetable = new Timetable();
        Set<String> missing = new TreeSet<>(REQUIRED);
        try (Archive archive = new Archive(message, maxUnpackedBytes)) {
            for (Optional<String> name = archive.next(); name.isPresent(); name = archive.next()) {
                missing.remove(name.get());
                switch (name.get()) {
                    case "agency.txt" -> rows("agency.txt", archive, timetable::agency);
                    case "feed_info.txt" -> rows("feed_info.txt", archive, timetable::info);
                    case "routes.txt" -> rows("routes.txt", archive, timetable::route);
                    case "calendar.txt" -> rows("calendar.txt", archive, timetable.calendar::regular);
                    case "calendar_dates.txt" -> rows("calendar_dates.txt", archive, timetable.calendar::exception);
                    default -> {
                        // Shapes, stop times and fares are not counted.
                    }
                }
            }
        }
        if (!missing.isEmpty()) {
            throw notAFeed(String.join(", ", missing));
        }
        try (Archive archive = new Archive(message, maxUnpackedBytes)) {
            for (Optional<String> name = archive.next(); name.isPresent(); name = archive.next()) {
                if (name.get().equals("trips.txt")) {
                    rows("trips.txt", archive, timetable::trip);
                }
            }
        }
        return timetable;
    }

    private void rows(String file, Archive archive, Consumer<Csv.Row> take) throws IOException {
        Csv csv = new Csv(file, archive.content());
        for (Optional<Csv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
            try {
                take.accept(row.get());
            } catch (FaultException e) {
                refuse(row.get(), e);
            }
        }
    }

    private void refuse(Csv.Row row, FaultException e) {
        if (refusals.size() >= MOST_REFUSALS) {
            throw FaultException.of(
                    "too-many-faults",
                    row.file(),
                    "Có hơn " + MOST_REFUSALS + " dòng sai trong tệp GTFS nên cả tệp bị từ chối; hãy kết xuất lại.",
                    "More than " + MOST_REFUSALS
                            + " rows of the GTFS file are wrong, so that all of it is refused; export" + " it again.");
        }
        refusals.add(new Change.Refusal(e.fault().within(row.position()), row.raw()));
    }

    /** The stops, one by one. */
    static final class Stops implements AutoCloseable {
        private final Archive archive;
        private final Csv csv;

        Stops(RawMessage message, long maxUnpackedBytes) throws IOException {
            archive = new Archive(message, maxUnpackedBytes);
            Optional<String> name = archive.next();
            while (name.isPresent() && !name.get().equals("stops.txt")) {
                name = archive.next();
            }
            csv = new Csv("stops.txt", archive.content());
        }

        Optional<Csv.Row> next() {
            try {
                return csv.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                archive.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static FaultException notAFeed(String missing) {
        return FaultException.of(
                "not-a-feed",
                missing,
                "Tệp zip thiếu " + missing + " ở gốc nên không phải GTFS; hãy kiểm tra địa chỉ và cách nén.",
                "The zip lacks " + missing + " at its root and is no GTFS; check the address and how it is packed.");
    }
}
