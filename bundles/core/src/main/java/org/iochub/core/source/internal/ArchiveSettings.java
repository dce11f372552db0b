package org.iochub.core.source.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.Archiver;
import org.iochub.core.archive.Archiver.ArchiveWish;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** The keys of every instance's file that say what becomes of its raw messages. */
final class ArchiveSettings {
    private static final String MODE = "archive";
    private static final String DAYS = "archive.days";
    private static final String MEBIBYTES = "archive.mebibytes";
    static final Set<String> KEYS = Set.of(MODE, DAYS, MEBIBYTES);

    private ArchiveSettings() {}

    /** @param faults gets what is wrong */
    static ArchivePolicy read(Map<String, String> values, boolean sensitive, Archiver archive, List<Fault> faults) {
        try {
            return archive.policy(new ArchiveWish(
                    given(values, MODE).map(ArchiveSettings::mode),
                    given(values, DAYS).map(text -> number(DAYS, text, 36_500)),
                    given(values, MEBIBYTES).map(text -> number(MEBIBYTES, text, 1L << 30)),
                    sensitive));
        } catch (FaultException e) {
            faults.add(e.fault());
            return ArchivePolicy.none();
        }
    }

    private static Optional<String> given(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ArchivePolicy.Mode mode(String text) {
        return Arrays.stream(ArchivePolicy.Mode.values())
                .filter(mode -> mode.wireName().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> {
                    String words = Arrays.stream(ArchivePolicy.Mode.values())
                            .map(ArchivePolicy.Mode::wireName)
                            .collect(Collectors.joining(", "));
                    return bad(MODE, text, "là một trong: " + words, "be one of: " + words);
                });
    }

    private static long number(String key, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw bad(key, text, "là số nguyên từ 1 đến " + most, "be a whole number from 1 to " + most);
    }

    private static FaultException bad(String key, String text, String shouldVi, String shouldEn) {
        return FaultException.of(
                "bad-setting",
                key,
                "Khóa «" + key + "» có giá trị «" + text + "», phải " + shouldVi + ".",
                "The key «" + key + "» has the value «" + text + "» and must " + shouldEn + ".");
    }
}
