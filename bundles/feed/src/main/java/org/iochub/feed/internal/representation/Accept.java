package org.iochub.feed.internal.representation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;

/** Chooses a representation: {@code ?format=} when given, else the {@code Accept} header. */
public final class Accept {
    private Accept() {}

    /** @param offered in order of preference */
    public static Format choose(Params params, String acceptHeader, List<Format> offered) {
        Optional<String> asked = params.one("format");
        if (asked.isPresent()) {
            Format format = Format.named(asked.get())
                    .orElseThrow(() -> Problems.badParameter(
                            "format",
                            "format phải là một trong: " + String.join(", ", Format.names()) + ".",
                            "format must be one of: " + String.join(", ", Format.names()) + "."));
            if (!offered.contains(format)) {
                throw refused(offered);
            }
            return format;
        }
        List<String> types = offered.stream().map(Format::mediaType).toList();
        String chosen = choose(acceptHeader, types).orElseThrow(() -> refused(offered));
        return offered.get(types.indexOf(chosen));
    }

    private static RuntimeException refused(List<Format> offered) {
        return Problems.notAcceptable(offered.stream().map(Format::mediaType).toList());
    }

    /** The offered media type the header likes best; the first one when it does not care. */
    public static Optional<String> choose(String header, List<String> offered) {
        if (header == null || header.isBlank()) {
            return Optional.of(offered.get(0));
        }
        List<Range> ranges =
                List.of(header.split(",")).stream().map(Range::parse).toList();
        return offered.stream()
                .filter(type -> weight(type, ranges) > 0)
                // Stable for equal weights: the earlier offer wins.
                .max(Comparator.<String>comparingDouble(type -> weight(type, ranges))
                        .thenComparing(Comparator.comparingInt(offered::indexOf).reversed()));
    }

    /** The weight that the most specific matching range gives. */
    private static double weight(String type, List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.matches(type))
                .max(Comparator.comparingInt(Range::specificity))
                .map(Range::quality)
                .orElse(0.0);
    }

    private record Range(String type, double quality) {
        static Range parse(String text) {
            String[] parts = text.split(";");
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String part = parts[i].strip();
                if (part.startsWith("q=")) {
                    quality = number(part.substring(2));
                }
            }
            return new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality);
        }

        private static double number(String text) {
            try {
                return Math.min(1, Math.max(0, Double.parseDouble(text)));
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        boolean matches(String offered) {
            return type.equals("*/*")
                    || type.equals(offered)
                    || type.endsWith("/*") && offered.startsWith(type.substring(0, type.length() - 1));
        }

        int specificity() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }
}
