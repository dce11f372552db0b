package org.iochub.routes.health.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iochub.model.FaultException;

/**
 * What a package says of itself.
 *
 * @param facility five digits
 * @param day when it was drawn up
 * @param records how many it says it holds
 */
record PackageHeader(String facility, LocalDate day, long records) {
    private static final Pattern FACILITY = Pattern.compile("[0-9]{5}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** The three as written, while the package is read. */
    static final class Draft {
        private Optional<String> facility = Optional.empty();
        private Optional<String> day = Optional.empty();
        private Optional<String> records = Optional.empty();

        void facility(String text) {
            facility = once("MACSKCB", facility, text);
        }

        void day(String text) {
            day = once("NGAYLAP", day, text);
        }

        void records(String text) {
            records = once("SOLUONGHOSO", records, text);
        }

        private static Optional<String> once(String field, Optional<String> before, String text) {
            if (before.isPresent()) {
                throw Refused.repeated(field);
            }
            return Optional.of(text);
        }

        /** @throws FaultException when one is missing or cannot be */
        PackageHeader whole() {
            String code = facility.orElseThrow(() -> Refused.missing("MACSKCB"));
            if (!FACILITY.matcher(code).matches()) {
                throw Refused.badFacility();
            }
            String count = records.orElseThrow(() -> Refused.missing("SOLUONGHOSO"));
            if (!COUNT.matcher(count).matches()) {
                throw Refused.badCount();
            }
            return new PackageHeader(code, date(), Long.parseLong(count));
        }

        private LocalDate date() {
            try {
                return LocalDate.parse(day.orElseThrow(() -> Refused.missing("NGAYLAP")), DAY);
            } catch (DateTimeException e) {
                throw Refused.badDate("NGAYLAP", "yyyyMMdd");
            }
        }
    }
}
