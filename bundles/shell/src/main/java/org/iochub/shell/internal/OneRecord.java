package org.iochub.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.RecordId;

/** A command about one record. */
abstract class OneRecord extends HubCommand {
    @Argument(index = 0, name = "TYPE", description = "Loại bản ghi / The record type", required = true)
    @Completion(RecordTypeNames.class)
    String type;

    @Argument(index = 1, name = "ID", description = "Mã bản ghi / The record's id", multiValued = true)
    List<String> words = List.of();

    @Reference(optional = true)
    RecordReader records;

    @Reference(optional = true)
    RecordTypeRegistry types;

    @Override
    List<String> words() {
        return words;
    }

    final RecordId recordId() throws Exception {
        RecordTypeNames.require(need(types), type);
        String id = argument();
        try {
            return new RecordId(id);
        } catch (IllegalArgumentException e) {
            throw failure("«" + id + "» không phải là mã bản ghi.", "«" + id + "» is no record id.");
        }
    }

    final StoredVersion current() throws Exception {
        String id = argument();
        return need(records)
                .current(type, recordId())
                .orElseThrow(() -> failure(
                        "Không có bản ghi " + type + " với mã " + id + ".",
                        "There is no " + type + " record with the id " + id + "."));
    }
}
