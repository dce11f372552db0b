package org.iochub.shell.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineState;

/** Which refused records the options mean; {@code null} is an option that was not given. */
final class Selections {
    private Selections() {}

    static QuarantineFilter filter(
            String source, String tenant, String stage, String reason, String since, String until, String ids)
            throws CommandException {
        return new QuarantineFilter(
                Optional.ofNullable(source).map(Set::of),
                Optional.ofNullable(tenant).map(Set::of),
                Optional.ofNullable(stage),
                Optional.ofNullable(reason),
                moment("--since", since),
                moment("--until", until),
                numbers(ids),
                Optional.of(QuarantineState.OPEN));
    }

    static Optional<Instant> moment(String option, String text) throws CommandException {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw HubCommand.failure(
                    option + " phải là thời điểm có múi giờ, ví dụ 2026-03-01T08:00:00+07:00.",
                    option + " must be a time with an offset, for example 2026-03-01T08:00:00+07:00.");
        }
    }

    private static Optional<Set<Long>> numbers(String text) throws CommandException {
        if (text == null) {
            return Optional.empty();
        }
        Set<Long> numbers = new LinkedHashSet<>();
        for (String one : text.split(",")) {
            try {
                numbers.add(Long.parseLong(one.trim()));
            } catch (NumberFormatException e) {
                throw HubCommand.failure("«" + one + "» không phải là số.", "«" + one + "» is no number.");
            }
        }
        return Optional.of(numbers);
    }
}
