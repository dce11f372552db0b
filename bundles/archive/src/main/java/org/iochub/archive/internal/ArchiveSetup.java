package org.iochub.archive.internal;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * What the hub's configuration says of the archive.
 *
 * @param trouble what is wrong with it: nothing is archived, nor acknowledged, until that is mended
 */
record ArchiveSetup(Path folder, Policies policies, Optional<ArchiveKey> key, Optional<Fault> trouble) {
    private static final long MOST_DAYS = 36_500;
    private static final long MOST_MEBIBYTES = 1L << 30;

    static ArchiveSetup of(ArchiveConfig config) {
        Path data = Path.of(config.data());
        Path folder = config.archiveFolder().isBlank()
                ? data.resolve("archive")
                : Path.of(config.archiveFolder().strip());
        try {
            Optional<ArchiveKey> key = Optional.of(config.archiveKeyFile().strip())
                    .filter(file -> !file.isEmpty())
                    .map(file -> key(file, data, folder));
            Policies policies = new Policies(
                    mode(config.archive().strip()),
                    number("HUB_ARCHIVE_DAYS", config::archiveDays, MOST_DAYS),
                    number("HUB_ARCHIVE_MEBIBYTES", config::archiveMebibytes, MOST_MEBIBYTES),
                    key.isPresent());
            if (policies.mode() == ArchivePolicy.Mode.ENCRYPTED && key.isEmpty()) {
                throw keyless();
            }
            return new ArchiveSetup(folder, policies, key, Optional.empty());
        } catch (FaultException e) {
            return new ArchiveSetup(folder, Policies.usual(), Optional.empty(), Optional.of(e.fault()));
        }
    }

    private static ArchiveKey key(String file, Path data, Path folder) {
        try {
            return ArchiveKey.read(Path.of(file), data, folder);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            Throwable reason = e instanceof UncheckedIOException io ? io.getCause() : e;
            throw bad(
                    "HUB_ARCHIVE_KEY_FILE",
                    "Không dùng được tệp khóa của kho bản gốc " + file + " (" + reason
                            + "); hãy sửa HUB_ARCHIVE_KEY_FILE hoặc đặt lại tệp khóa rồi khởi động lại hub.",
                    "The key file of the raw archive " + file + " cannot be used (" + reason
                            + "): correct HUB_ARCHIVE_KEY_FILE or put the key file back, then start the hub again.");
        }
    }

    private static ArchivePolicy.Mode mode(String text) {
        return Arrays.stream(ArchivePolicy.Mode.values())
                .filter(mode -> mode.wireName().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> {
                    String words = Arrays.stream(ArchivePolicy.Mode.values())
                            .map(ArchivePolicy.Mode::wireName)
                            .collect(Collectors.joining(", "));
                    return bad(
                            "HUB_ARCHIVE",
                            "HUB_ARCHIVE có giá trị «" + text + "», phải là một trong: " + words
                                    + "; hãy sửa rồi khởi động lại hub.",
                            "HUB_ARCHIVE has the value «" + text + "» and must be one of: " + words
                                    + "; correct it and start the hub again.");
                });
    }

    private static long number(String name, LongSupplier value, long most) {
        String text = "?";
        try {
            long number = value.getAsLong();
            if (number >= 1 && number <= most) {
                return number;
            }
            text = Long.toString(number);
        } catch (RuntimeException e) {
            // Not a number at all: the container says so in a way of its own.
        }
        throw bad(
                name,
                name + " («" + text + "») phải là số nguyên từ 1 đến " + most + "; hãy sửa rồi khởi động lại hub.",
                name + " («" + text + "») must be a whole number from 1 to " + most
                        + "; correct it and start the hub again.");
    }

    private static FaultException keyless() {
        return bad(
                "HUB_ARCHIVE_KEY_FILE",
                "HUB_ARCHIVE là encrypted nhưng không có HUB_ARCHIVE_KEY_FILE; hãy đặt tệp khóa ngoài thư mục dữ liệu rồi"
                        + " khởi động lại hub.",
                "HUB_ARCHIVE says encrypted and HUB_ARCHIVE_KEY_FILE is not set: name a key file outside the data folder,"
                        + " then start the hub again.");
    }

    private static FaultException bad(String setting, String vi, String en) {
        return FaultException.of("bad-setting", setting, vi, en);
    }
}
