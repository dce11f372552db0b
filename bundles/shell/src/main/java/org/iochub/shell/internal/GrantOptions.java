package org.iochub.shell.internal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.access.PersonalLevel;

/** Reads what stands behind the options of a new key. A name nobody bears would be a right that silently fails. */
final class GrantOptions {
    private GrantOptions() {}

    /** Empty when the option is absent; each name must be known. */
    static Optional<Set<String>> names(String option, String list, Predicate<String> known) throws CommandException {
        if (list == null) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>(Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList());
        for (String name : names) {
            if (!known.test(name)) {
                throw HubCommand.failure(
                        option + ": không có «" + name + "».", option + ": there is no «" + name + "».");
            }
        }
        if (names.isEmpty()) {
            throw HubCommand.failure(option + " trống.", option + " names nothing.");
        }
        return Optional.of(Set.copyOf(names));
    }

    static PersonalLevel personal(String wanted) throws CommandException {
        return Arrays.stream(PersonalLevel.values())
                .filter(level -> level.wireName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> HubCommand.failure(
                        "--personal phải là none, masked hoặc full.", "--personal must be none, masked or full."));
    }
}
