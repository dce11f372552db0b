package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.RecordType;

/** Names of record types. */
@Service
public final class RecordTypeNames extends IdCompleter {
    @Reference(optional = true)
    RecordTypeRegistry types;

    @Override
    List<String> ids() {
        return of(types);
    }

    /** Of a registry that may not be there yet. */
    static List<String> of(RecordTypeRegistry registry) {
        return Optional.ofNullable(registry).stream()
                .flatMap(all -> all.all().stream())
                .map(RecordType::name)
                .distinct()
                .toList();
    }

    static void require(RecordTypeRegistry registry, String type) throws CommandException {
        if (registry.get(type).isEmpty()) {
            String known = String.join(", ", of(registry));
            throw HubCommand.failure(
                    "Không có loại bản ghi «" + type + "»; có: " + known + ".",
                    "There is no record type «" + type + "»; there are: " + known + ".");
        }
    }
}
