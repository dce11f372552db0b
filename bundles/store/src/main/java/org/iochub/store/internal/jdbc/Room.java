package org.iochub.store.internal.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * Whether the disk under an embedded database has room for more. H2 closes itself when a write meets the end of its disk,
 * for readers too; so sources are told to come again before that, and everything that was taken stays readable. Safe for
 * any number of threads.
 */
public final class Room {
    /** What sources leave free: enough for all batches under way, for tidying, and for the hub's own small changes. */
    static final long RESERVE = 64L << 20;

    private static final long MEBIBYTE = 1L << 20;

    private final LongSupplier usable;
    private final String where;

    private Room(String where, LongSupplier usable) {
        this.where = where;
        this.usable = usable;
    }

    /** That of the embedded database's own folder; who gives another address looks after its disk. */
    public static Room of(Database.Place place) {
        Path folder = place.files();
        return place.url().isPresent() ? new Room("", () -> Long.MAX_VALUE) : measured(folder, () -> free(folder));
    }

    /** @param usable free bytes of the disk that the folder lies on, at the moment */
    public static Room measured(Path folder, LongSupplier usable) {
        return new Room(folder.toAbsolutePath().toString(), usable);
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            // Not made yet, or gone: whoever opens the database says so better.
            return Long.MAX_VALUE;
        }
    }

    /** What is wrong and what to do about it; empty while there is room. */
    public Optional<Text> missing() {
        long free = usable.getAsLong();
        return free >= RESERVE ? Optional.empty() : Optional.of(sentence(free));
    }

    /** @throws FaultException {@code store-full} when there is no room */
    public void demand() {
        long free = usable.getAsLong();
        if (free < RESERVE) {
            Text sentence = sentence(free);
            throw FaultException.of("store-full", "", sentence.vi(), sentence.en());
        }
    }

    private Text sentence(long free) {
        String has = String.format(Locale.ROOT, "%.1f", free / (double) MEBIBYTE);
        return Text.of(
                "Đĩa của kho dữ liệu (" + where + ") chỉ còn trống " + has + " MiB; hãy giải phóng để còn ít nhất "
                        + RESERVE / MEBIBYTE + " MiB, sau đó hub tự nhận tiếp, không mất gì.",
                "The store's disk (" + where + ") has only " + has + " MiB free; free at least " + RESERVE / MEBIBYTE
                        + " MiB, and the hub goes on by itself, nothing is lost.");
    }
}
