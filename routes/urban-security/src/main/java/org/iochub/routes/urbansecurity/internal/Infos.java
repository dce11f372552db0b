package org.iochub.routes.urbansecurity.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iochub.api.read.XmlElement;
import org.iochub.model.Fault;

/**
 * Which {@code info} of an alert speaks for it: in Vietnamese where there is one, and of several the most severe. The
 * others say the same in another language, or of another place.
 */
final class Infos {
    private static final List<String> MOST_SEVERE_FIRST = List.of("Extreme", "Severe", "Moderate", "Minor");

    private Infos() {}

    static Optional<XmlElement> choose(XmlElement alert, List<Fault> notes) {
        List<XmlElement> all = alert.children("info");
        List<XmlElement> vietnamese = all.stream().filter(Infos::isVietnamese).toList();
        if (vietnamese.isEmpty() && !all.isEmpty()) {
            notes.add(Fault.of(
                    "no-vietnamese",
                    "info.language",
                    "Cảnh báo không có phần tiếng Việt; dùng phần đầu tiên bằng ngôn ngữ khác.",
                    "The alert has no part in Vietnamese; the first in another language is used."));
            return Optional.of(all.get(0));
        }
        if (vietnamese.size() > 1) {
            notes.add(Fault.of(
                    "several-infos",
                    "info",
                    "Cảnh báo có " + vietnamese.size() + " phần tiếng Việt; dùng phần nghiêm trọng nhất.",
                    "The alert has " + vietnamese.size() + " parts in Vietnamese; the most severe is used."));
        }
        return vietnamese.stream().min(Comparator.comparingInt(Infos::rank));
    }

    private static boolean isVietnamese(XmlElement info) {
        return info.text("language")
                .filter(language -> language.toLowerCase(Locale.ROOT).matches("vi([-_].*)?"))
                .isPresent();
    }

    private static int rank(XmlElement info) {
        int rank = MOST_SEVERE_FIRST.indexOf(info.text("severity").orElse(""));
        return rank < 0 ? MOST_SEVERE_FIRST.size() : rank;
    }
}
