package org.iochub.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.log.LoggedRecord;

@Command(
        scope = "hub",
        name = "record",
        description = "Xem một bản ghi, dữ liệu cá nhân được che / Shows a record, personal data masked",
        detailedDescription = "EXAMPLE\n\n  hub:record dossier 0c8s1q2kd5f7b3m9v4n6t8h2j0a5e7g1")
@Service
public final class RecordCommand extends OneRecord {
    @Override
    void run() throws Exception {
        LoggedRecord record = current().record();
        MaskedRecords masked = new MaskedRecords(types);
        if (json) {
            out.println(Json.pretty(masked.json(record)));
            return;
        }
        Table.sheet()
                .entry("type", record.type() + ".v" + record.major())
                .entry("id", record.id())
                .entry(
                        "op",
                        record.op().wireName()
                                + record.reason().map(why -> " (" + why + ")").orElse(""))
                .entry("time", Times.full(record.time().toInstant()))
                .entry("recorded", Times.full(record.recordedAt().toInstant()))
                .entry("position", record.position())
                .entry("source", record.source())
                .entry("tenant", record.tenant())
                .entry("area", record.area().map(area -> area.code()).orElse("-"))
                .print(out);
        masked.data(record).ifPresent(data -> out.println(Json.pretty(data)));
    }
}
